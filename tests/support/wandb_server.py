"""W&B's server on loopback, as far as the real SDK asks: runs, artifacts, files, tables, look-up and deletion.

Everything that arrives is kept in `received`, so that a test can search it. Pages of runs and artifacts answer a GET,
as a person who follows a link would see.
"""

# ruff: noqa: N802, N815  (operations have the names that the SDK gives them)

from __future__ import annotations

import base64
import gzip
import itertools
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self
from urllib.parse import unquote

KEY = "0123456789abcdef0123456789abcdef01234567"
ENTITY = "alice-team"


class Received(NamedTuple):
    """One request, without its headers."""

    method: str
    path: str
    body: bytes


class WandbServer:
    """Use it in a `with` block. `silent` lets every request hang until it is cleared or the server stops."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.operations: list[str] = []
        self.unknown: list[str] = []
        self.runs: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.artifacts: dict[str, dict[str, Any]] = {}
        self.silent = False
        self._released = threading.Event()
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._http: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        server = self

        class Handler(_Handler):
            wandb = server

        self._http = _Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Go away: connections are refused from now on."""
        if self._http is not None:
            self._released.set()
            self._http.shutdown()
            self._http.server_close()
            self._http = None

    @property
    def env(self) -> dict[str, str]:
        """The environment of somebody who uses this server."""
        return {"WANDB_BASE_URL": self.url, "WANDB_API_KEY": KEY}

    def sent(self) -> str:
        """All that was received, as one text to search."""
        return "\n".join(f"{one.method} {one.path}\n{one.body.decode('utf-8', 'replace')}" for one in self.received)

    def bodies(self, path: str) -> list[str]:
        """The bodies of the requests whose path matches the pattern."""
        return [one.body.decode("utf-8", "replace") for one in self.received if re.search(path, one.path)]

    # -- GraphQL ----------------------------------------------------------------------------------------------------

    def answer(self, operation: str, variables: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            self.operations.append(operation)
            method = getattr(self, f"_{operation}", None)
            if method is None:
                self.unknown.append(operation)
                return {}
            answered: dict[str, Any] = method(variables)
            return answered

    def _id(self) -> str:
        return base64.b64encode(b"X:%d" % next(self._ids)).decode()

    def _Viewer(self, _: Any) -> Any:
        who = {"id": "VTox", "entity": ENTITY, "username": "alice", "email": "a@b.c", "flags": "{}", "admin": False}
        return {"viewer": {**who, "teams": {"edges": []}, "apiKeys": {"edges": []}, "name": "A", "deletedAt": None}}

    def _GetDefaultEntity(self, _: Any) -> Any:
        return {"viewer": {"id": "VTox", "entity": ENTITY}}

    def _ServerInfo(self, _: Any) -> Any:
        return {"serverInfo": {"cliVersionInfo": {"max_cli_version": "99.0.0"}, "latestLocalVersionInfo": None}}

    def _ServerFeaturesQuery(self, _: Any) -> Any:
        return {"serverInfo": {"features": []}}

    def _OrganizationCoreWeaveOrganizationID(self, _: Any) -> Any:
        return {"entity": None}

    def _OrgFeatureFlags(self, _: Any) -> Any:
        return {"organization": {"featureFlags": []}}

    def _RunStoppedStatus(self, _: Any) -> Any:
        return {"project": {"run": {"stopped": False}}}

    def _project(self, entity: str, project: str) -> dict[str, Any]:
        return {"id": "UDox", "internalId": "1", "name": project, "entity": {"id": "RTox", "name": entity}}

    def _UpsertBucket(self, given: Any) -> Any:
        entity, project = given["entity"] or ENTITY, given["project"] or "uncategorized"
        key = (entity, project, given["name"])
        inserted = key not in self.runs
        run = self.runs.setdefault(key, {"id": self._id(), "history": 0, "starts": 0})
        run["starts"] += given["jobType"] is not None
        run.update({name: value for name, value in given.items() if value is not None and name != "id"})
        bucket = dict.fromkeys(("description", "sweepName"))
        bucket |= {"id": run["id"], "name": given["name"], "displayName": run.get("displayName"), "config": "{}"}
        bucket |= {"project": self._project(entity, project), "historyLineCount": run["history"]}
        return {"upsertBucket": {"bucket": bucket, "inserted": inserted}}

    def _RunResumeStatus(self, given: Any) -> Any:
        entity = given["entity"] or ENTITY
        run = self.runs.get((entity, given["project"], given["name"]))
        if run is None:
            return {"model": None}
        bucket = {"id": run["id"], "name": given["name"], "summaryMetrics": "{}", "displayName": run.get("displayName")}
        bucket |= {"logLineCount": 0, "historyLineCount": run["history"], "eventsLineCount": 0, "eventsTail": "[]"}
        last = json.dumps([json.dumps({"_step": run["history"] - 1, "_runtime": 1})] if run["history"] else [])
        bucket |= {"historyTail": last, "config": run["config"], "tags": [], "notes": "", "wandbConfig": "{}"}
        return {"model": {**self._project(entity, given["project"]), "bucket": bucket}}

    def _Run(self, given: Any) -> Any:
        run = self.runs.get((given["entity"], given["project"], given["name"]))
        if run is None:
            return {"project": {"run": None}}
        fields = ["sweepName", "group", "commit", "description", "notes", "displayName"]
        found: dict[str, Any] = dict.fromkeys(fields)
        found |= {"id": run["id"], "name": given["name"], "state": "finished", "jobType": run.get("jobType")}
        found |= {"user": {"name": "A", "username": "alice"}}
        found |= {"tags": [], "config": "{}", "readOnly": False, "projectId": "1", "historyLineCount": 0}
        found |= {"createdAt": "2026-01-01T00:00:00", "heartbeatAt": "2026-01-01T00:00:00"}
        found |= {"summaryMetrics": "{}", "systemMetrics": "{}", "historyKeys": {"lastStep": 0, "keys": {}, "sets": []}}
        return {"project": {"run": found}}

    def _DeleteRun(self, given: Any) -> Any:
        key = next(key for key, run in self.runs.items() if run["id"] == given["id"])
        del self.runs[key]
        if given["deleteArtifacts"]:
            self.artifacts = {name: one for name, one in self.artifacts.items() if one["run"] != key[2]}
        return {"deleteRun": {"clientMutationId": None}}

    def _CreateRunFiles(self, given: Any) -> Any:
        files = [{"name": name, "uploadUrl": f"{self.url}/put/run/{name}"} for name in given["files"]]
        return {"createRunFiles": {"runID": self._id(), "uploadHeaders": [], "files": files}}

    # -- artifacts --------------------------------------------------------------------------------------------------

    def _ArtifactType(self, _: Any) -> Any:
        return {"project": {"artifact": None}}

    def _CreateArtifact(self, given: Any) -> Any:
        wanted = given["input"]
        name = wanted["artifactCollectionName"]
        versions = sum(one["artifactCollectionName"] == name for one in self.artifacts.values())
        made = {**wanted, "id": self._id(), "version": versions, "run": wanted["runName"], "state": "PENDING"}
        self.artifacts[made["id"]] = made
        sequence = {"id": self._id(), "name": name, "latestArtifact": None}
        return {"createArtifact": {"artifact": {"id": made["id"], "state": "PENDING", "artifactSequence": sequence}}}

    def _CreateArtifactManifest(self, given: Any) -> Any:
        file = {"id": self._id(), "uploadUrl": f"{self.url}/put/manifest", "uploadHeaders": []}
        return {"createArtifactManifest": {"artifactManifest": {"id": self._id(), "file": file}}}

    def _UpdateArtifactManifest(self, given: Any) -> Any:
        return {"updateArtifactManifest": self._CreateArtifactManifest(given)["createArtifactManifest"]}

    def _CreateArtifactFiles(self, given: Any) -> Any:
        edges = []
        for file in (given.get("input") or given)["artifactFiles"]:
            address = f"{self.url}/put/artifact/{file['name']}"
            node = {"storagePath": f"s/{file['name']}", "uploadUrl": address, "uploadHeaders": []}
            edges.append({"node": {**node, "uploadMultipartUrls": None, "artifact": {"id": file["artifactID"]}}})
        return {"createArtifactFiles": {"files": {"edges": edges}}}

    def _CommitArtifact(self, given: Any) -> Any:
        self.artifacts[given["artifactID"]]["state"] = "COMMITTED"
        return {"commitArtifact": {"artifact": {"id": given["artifactID"], "digest": "d"}}}

    def _ArtifactByID(self, given: Any) -> Any:
        made = self.artifacts[given["id"]]
        project = self._project(made["entityName"], made["projectName"])
        sequence = {"__typename": "ArtifactSequence", "name": made["artifactCollectionName"], "project": project}
        found = {"__typename": "Artifact", "id": made["id"], "artifactSequence": sequence, "tags": [], "aliases": []}
        found |= {"versionIndex": made["version"], "artifactType": {"name": made["artifactTypeName"]}, "size": 1}
        found |= {"description": None, "metadata": made["metadata"], "ttlDurationSeconds": -2, "ttlIsInherited": True}
        found |= {"historyStep": None, "state": made["state"], "digest": "d", "commitHash": "c", "fileCount": 1}
        return {"artifact": {**found, "createdAt": "2026-01-01T00:00:00", "updatedAt": "2026-01-01T00:00:00"}}

    # -- pages ------------------------------------------------------------------------------------------------------

    def has_page(self, path: str) -> bool:
        """Whether a person who opens this address sees a run, its artifacts, or a version of an artifact."""
        parts = [unquote(part) for part in path.strip("/").split("/")]
        match parts:
            case [entity, project, "runs", run] | [entity, project, "runs", run, "artifacts"]:
                return (entity, project, run) in self.runs
            case [entity, project, "artifacts", kind, name, version]:
                return any(
                    (one["entityName"], one["projectName"], one["artifactTypeName"]) == (entity, project, kind)
                    and (one["artifactCollectionName"], f"v{one['version']}") == (name, version)
                    for one in self.artifacts.values()
                )
        return False


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed is what tests do."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wandb: WandbServer

    def _body(self) -> bytes:
        body = b""
        if "chunked" in self.headers.get("transfer-encoding", ""):
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
        return gzip.decompress(body) if self.headers.get("content-encoding") == "gzip" else body

    def _answer(self) -> None:
        server, body = self.wandb, self._body()
        server.received.append(Received(self.command, self.path, body))
        if server.silent:
            server._released.wait()
            self.close_connection = True
            return
        status, answer = 200, {}
        if self.path == "/graphql":
            query = json.loads(body)
            match = re.search(r"(?:query|mutation)\s+(\w+)", query["query"])
            operation = query.get("operationName") or (match[1] if match else "")
            answer = {"data": server.answer(operation, query.get("variables") or {})}
        elif "/file_stream" in self.path:
            _, _, entity, project, run, _ = self.path.split("/")
            history = json.loads(body).get("files", {}).get("wandb-history.jsonl", {"content": []})["content"]
            server.runs[(entity, project, run)]["history"] += len(history)
            answer = {"limits": {}, "exitcode": None}
        elif self.command == "GET" and not server.has_page(self.path):
            status = 404
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = _answer

    def log_message(self, *_: Any) -> None:
        pass
