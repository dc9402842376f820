"""Where `hubtweets` and `python -m hubtweets` start: light, so that Ctrl-C is answered well from the first moment."""

from __future__ import annotations

import gc
import io
import sys
from typing import NoReturn

from hubtweets._shared import ctrl_c


def main() -> NoReturn:
    """Run the command line of this process, and end the process with its exit code."""
    ctrl_c.install()
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe on Windows, say, has no emoji; stderr spells them already
            sys.stdout.reconfigure(errors="backslashreplace")
        from hubtweets.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while it was being loaded: `run` answers all others
        sys.stderr.write("error: Interrupted. Nothing was started.\n")
        code = ctrl_c.exit_code()
    # At its end Python would look for garbage among what libraries made, several times: with torch that takes seconds.
    # What is to be tidied up is tidied up all the same: by `with`, by atexit and by weakref.finalize.
    gc.freeze()
    ctrl_c.ends_with(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
