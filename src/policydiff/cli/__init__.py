"""The command line: it alone prints, exits and catches.

Results go to stdout, talk and progress to stderr. Exit codes: 0 it ran; 1 with `--exit-code`, the texts differ;
2 bad input or usage; 70 a fault of policydiff itself; 130 it was stopped. What a command needs is imported when it
runs, so that `--help` answers at once.

    main        the program: its options, its commands           program.py
    commands    one module for each, named as it is typed        commands/
    failing     every mistake is a line and an exit code         group.py
    what holds  for one call: library, language, terminal        session.py
    naming      what a name stands for, a file or a document     naming.py
    library     that of a call, and what was decided in it       library.py
    examining   a rule beside what it implements                 examining.py, order.py
    delivering  the form of a result, and the file it goes to    delivery.py
    printing    stdout and stderr, and how far a build is        streams.py, progress.py, watch.py
    options     that several commands have                       options.py
    meant       by what was typed otherwise                      meant.py
    helping     in the language of the call                      help.py, interface.py
"""

from policydiff.cli.program import main

__all__ = ["main"]
