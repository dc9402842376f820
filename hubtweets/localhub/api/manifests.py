"""The route that llama.cpp and Ollama ask for a GGUF file: which file of a repo a tag (a quantisation) means."""

from __future__ import annotations

import re

from starlette.responses import Response

from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, entry_not_found

_FIRST = ("Q4_K_M", "Q4_0", "Q8_0")  # what `latest` means, in this order; else the first file
_PART = re.compile(r"-(?!00001)\d{5}-of-\d{5}\.gguf\Z")  # later parts of a file in parts come with the first


def manifest(call: Call) -> Response:
    """GET /v2/{ns}/{name}/manifests/{tag}: `ggufFile`, and `mmprojFile` where the model sees pictures."""
    row = call.repo(content=True)
    repo = call.store.open(row)
    commit = repo.resolve("main")
    entries = [entry for entry in repo.entries(commit, recursive=True) if entry.path.endswith(".gguf")]
    projectors = [entry for entry in entries if "mmproj" in entry.path.lower()]
    weights = [entry for entry in entries if entry not in projectors and not _PART.search(entry.path)]
    tag = call.params["tag"]
    wanted = _FIRST if tag == "latest" else (tag,)
    fitting = [entry for word in wanted for entry in weights if word.lower() in entry.path.lower()]
    if tag == "latest":
        fitting += weights
    if not weights:
        raise entry_not_found("A GGUF file")
    if not fitting:
        raise Refusal(400, f"The specified tag is not a valid quantization scheme: {tag}")
    told = {}
    for key, found in (("ggufFile", fitting), ("mmprojFile", projectors)):
        if found:
            lfs = found[0].lfs
            file = {"rfilename": found[0].path, "blobId": found[0].oid, "size": found[0].size}
            told[key] = {**file, **({"lfs": {"sha256": lfs.oid, "size": lfs.size}} if lfs else {})}
    return Json(told)


ROUTES = [Address("GET", "/v2/{ns}/{name}/manifests/{tag}", manifest)]
