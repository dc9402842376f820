"""What is done in one place: looked up in the syntax of the whole package, so that a second place is seen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

PACKAGE = Path(__file__).parents[1] / "hubtweets"
CLIENT = {path for path in PACKAGE.rglob("*.py") if "localhub" not in path.parts}


def _strings(path: Path) -> Iterator[str]:
    """Every text in a module's code, f-strings with `{}` for what is filled in; docstrings are none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _with_text(pattern: str) -> set[str]:
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in CLIENT
        if any(re.search(pattern, text) for text in _strings(path))
    }


def _calls(names: set[str]) -> set[str]:
    """The modules that call something of one of these names."""
    found = set()
    for path in CLIENT:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", None)
                if name in names:
                    found.add(path.relative_to(PACKAGE).as_posix())
    return found


@pytest.mark.thorough
def test_one_place_posts_a_commit() -> None:
    """Besides, huggingface_hub has many functions that commit, and none of them is called for a model."""
    # the same request, for main, a pull request's branch, and one that opens a pull request
    assert _with_text(r"^\{\}/commit/") == {"hub/commits.py", "hub/pull_requests.py"}
    assert {name for name in _calls({"_post"}) if name.startswith("hub/")} == {"hub/commits.py", "hub/pull_requests.py"}
    source = (PACKAGE / "hub" / "commits.py").read_text(encoding="utf-8")
    assert source.count('session.send("commit"') == 1
    assert 'send("commit"' not in (PACKAGE / "hub" / "pull_requests.py").read_text(encoding="utf-8")
    committing = {"create_commit", "upload_file", "upload_folder", "upload_large_folder", "push_to_hub", "delete_file",
                  "delete_files", "metadata_update"}  # fmt: skip
    # all write data sets: the posts of a schedule and of a job, and an organisation's list of who was taken down
    assert _calls(committing) <= {
        "publishing/executors/job.py",  # each job's data set, which carries posts there and the model back
        "publishing/executors/jobs.py",
        "publishing/posts_store.py",
        "publishing/retractions.py",
    }


@pytest.mark.thorough
def test_one_place_reads_a_card() -> None:
    assert {name for name in _with_text(r"/resolve/") if "README" in (PACKAGE / name).read_text(encoding="utf-8")} <= {
        "hub/connection.py",
        "cli/cards.py",  # where the pictures of a card are
    }
    assert _calls({"hf_hub_download", "snapshot_download"}) <= {
        "model/bases/base.py",  # base models
        "publishing/executors/job.py",  # a job's data set
        "publishing/executors/jobs.py",
        "publishing/posts_store.py",  # a data set of posts
        "publishing/retractions.py",  # a data set's list of who was taken down
    }
    assert _calls({"ModelCard", "RepoCard", "metadata_load"}) == set()


@pytest.mark.slow
def test_one_place_writes_a_file_atomically() -> None:
    """Renaming into place is `_files.writing`'s; no other module makes temporary names for it."""
    renames = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            of_os = isinstance(node.func.value, ast.Name) and node.func.value.id in ("os", "shutil")
            # `Path.replace` has one argument, `str.replace` two
            if (of_os and node.func.attr in ("replace", "rename", "renames", "move")) or (
                node.func.attr in ("replace", "rename") and len(node.args) == 1 and not node.keywords
            ):
                renames.add(path.relative_to(PACKAGE).as_posix())
    assert "_shared/disk.py" in renames
    temporary = _calls({"NamedTemporaryFile", "mkstemp", "mktemp"})
    assert temporary & renames <= {"_shared/disk.py"}, "a second atomic writer"


@pytest.mark.slow
def test_one_list_of_the_weights_that_a_repo_has() -> None:
    """What is replaced, what is looked for and what is read of them: one table for all of the client and the verbs."""
    names = r"pytorch_model|flax_model|consolidated|tf_model|adapter_model"
    rooms = ("hub", "publishing", "cli", "card", "_shared")
    found = {name for name in _with_text(names) if name.split("/")[0] in rooms or name == "model/folder.py"}
    assert found == {"_shared/model_files.py"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("hubtweets", cache_dir=None)


def test_no_import_goes_in_a_circle(graph: grimp.ImportGraph) -> None:
    """Module by module, imports for types included: who is imported never imports back, at any distance."""
    state: dict[str, int] = {}
    for start in sorted(graph.modules):
        stack: list[tuple[str, Iterator[str]]] = []
        if state.get(start) is None:
            state[start] = 1
            stack.append((start, iter(sorted(graph.find_modules_directly_imported_by(start)))))
        while stack:
            module, following = stack[-1]
            target = next(following, None)
            if target is None:
                state[module] = 2
                stack.pop()
            elif state.get(target) is None:
                state[target] = 1
                stack.append((target, iter(sorted(graph.find_modules_directly_imported_by(target)))))
            else:
                circle = [name for name, _ in stack]
                assert state[target] == 2, circle[circle.index(target) :]


def test_the_rooms_have_no_more_arrows_than_the_first_wave(graph: grimp.ImportGraph) -> None:
    """A room is what stands at the top of the package; an arrow, that one of its modules imports one of another's."""

    def room(module: str) -> str:
        return ".".join(module.split(".")[:2])

    arrows = {
        (room(module), room(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if room(module) != room(imported)
    }
    assert ("hubtweets.publishing", "hubtweets.hub") in arrows
    assert len(arrows) <= 50, sorted(arrows)
