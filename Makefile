# Each target is `python3 tasks.py TARGET`, which needs Python 3.11 or newer and nothing else.
.PHONY: site test setup docs bench fuzz picture lock
site test setup docs bench fuzz picture lock:
	@python3 tasks.py $@
