"""What the peers' scripts share: a clock with named phases, and one line of JSON at the end."""
import importlib.metadata
import json
import time


class Phases:
    def __init__(self, package):
        self.report = {"peer": package, "version": importlib.metadata.version(package)}
        self.outside = 0.0
        self.begun = self.last = time.perf_counter()

    def end(self, phase, counts=True):
        """Closes a phase. One that does not count (imports) is reported and left out of `work`."""
        now = time.perf_counter()
        self.report[phase] = round(now - self.last, 4)
        if not counts:
            self.outside += now - self.last
        self.last = now

    def print(self, **more):
        self.report["work"] = round(self.last - self.begun - self.outside, 4)
        print(json.dumps({**self.report, **more}))
