"""A library → its index and its site, again and again.

build       what there is to do, done and put in place      building.py
stages      read, compared, shown                           stages.py, result.py
plan        the tasks, and what each depends on             plan.py
tasks       how each is done                                work.py
workers     who does them                                   workers.py: course.py
processes   this one with helpers, or many                  processes.py, preloaded.py
machines    or other machines                               machines.py
store       what was made before, by what it was made from  store.py, version.py
beside      what stands beside each provision on the pages  beside.py
lock        one build at a time                             lock.py
pages       the next site, in the twin of the last one      pages.py
manifest    what a build notes of itself for the next one   manifest.py
place       what is built takes the place of what was       place.py
"""

from policydiff.build.building import build
from policydiff.build.machines import machines
from policydiff.build.manifest import INDEX, MANIFEST, Result, is_behind
from policydiff.build.place import START_PAGE, TRACE
from policydiff.build.stages import Progress

__all__ = ["INDEX", "MANIFEST", "START_PAGE", "TRACE", "Progress", "Result", "build", "is_behind", "machines"]
