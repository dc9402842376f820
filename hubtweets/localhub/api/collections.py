"""Collections: lists of repos that a user or an organisation shows. Kept in DIR/collections, a JSON file each."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Any

import msgspec
from starlette.responses import Response

from hubtweets._shared.disk import private_folder, write_bytes
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, bad_request, forbidden
from hubtweets.localhub.storage.gitrepo import isodate

_KINDS = ("model", "dataset", "space")
_MOST_ITEMS = 500
_ID = re.compile(r"[0-9a-f]{24}")


class Item(msgspec.Struct, kw_only=True):
    """A repo of a collection; `id` is the item's own."""

    id: str
    repo_id: str
    repo_type: str
    note: str | None = None


class Collection(msgspec.Struct, kw_only=True):
    """A collection; `updated` in seconds since 1970."""

    id: str
    title: str
    owner: str
    updated: float
    description: str | None = None
    private: bool = False
    theme: str = "orange"
    position: int = 0
    items: list[Item] = []

    @property
    def slug(self) -> str:
        """What the Hub calls it: the owner, the title as far as an address can hold it, and its id."""
        title = re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")[:60]
        return f"{self.owner}/{title}-{self.id}"


def _folder(call: Call) -> Path:
    return private_folder(call.store.folder / "collections")


def _save(call: Call, collection: Collection) -> None:
    collection.updated = call.store.clock()
    write_bytes(_folder(call) / f"{collection.id}.json", msgspec.json.encode(collection), private=True)


def _all(call: Call) -> list[Collection]:
    """Those that the caller may see, newest first; one that cannot be read is left out."""
    found = []
    for path in _folder(call).glob("*.json"):
        try:
            collection = msgspec.json.decode(path.read_bytes(), type=Collection)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            continue
        if not collection.private or call.site.keys.may_read(call.caller, collection.owner):
            found.append(collection)
    return sorted(found, key=lambda one: one.updated, reverse=True)


def _found(call: Call, *, write: bool = False) -> Collection:
    """The collection that the path names: by its id, whatever its title has become.

    Raises:
        Refusal: 404; 401 or 403 when it may not be changed.
    """
    collection_id = call.params["slug"].rpartition("-")[2]
    found = [one for one in _all(call) if one.id == collection_id and _ID.fullmatch(collection_id)]
    if not found or found[0].owner.lower() != call.params["ns"].lower():
        raise Refusal(404, "Collection not found")
    if write:
        call.need_writer()
        if call.site.keys.role(call.caller, found[0].owner) not in ("contributor", "write", "admin"):
            raise forbidden("You may not change this collection")
    return found[0]


def _told(call: Call, collection: Collection) -> dict[str, Any]:
    items: list[dict[str, Any]] = []
    for item in collection.items:
        index = call.store.index
        row = index.get(item.repo_type, index.moved_to(item.repo_type, item.repo_id) or item.repo_id)
        if row is None or (row.private and not call.site.keys.may_read(call.caller, row.author)):
            continue  # a repo that is gone, or not to be seen, is in no collection
        items.append(
            {
                "_id": item.id,
                "id": row.id,
                "type": item.repo_type,
                "position": len(items),
                "author": row.author,
                "private": row.private,
                "gated": row.gated or False,
                "lastModified": row.modified,
                "repoType": item.repo_type,
                **({"note": {"text": item.note, "html": ""}} if item.note else {}),
            }
        )
    org = call.site.keys.organisation(collection.owner)
    return {
        "slug": collection.slug,
        "title": collection.title,
        "description": collection.description,
        "owner": {"_id": collection.owner, "name": collection.owner, "type": "org" if org else "user"},
        "items": items,
        "lastUpdated": isodate(collection.updated),
        "private": collection.private,
        "theme": collection.theme,
        "upvotes": 0,
        "isUpvotedByUser": False,
    }


def _whole(call: Call, collection: Collection) -> dict[str, Any]:
    return {**_told(call, collection), "position": collection.position}


def _text(data: dict[str, Any], name: str, most: int) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise bad_request(f'"{name}" must have between 1 and {most} characters')
    return value.strip()


def listing(call: Call) -> Response:
    """GET /api/collections: `owner`, `item` (`models/ns/name`), `q`, `sort`, `limit`."""
    owners = [owner.lower() for owner in call.many("owner")]
    items = {item.lower() for item in call.many("item")}
    q = call.query.get("q", "").lower()
    found = []
    for one in _all(call):
        holds = {f"{item.repo_type}s/{item.repo_id}".lower() for item in one.items}
        if (not owners or one.owner.lower() in owners) and (not items or items & holds) and q in one.title.lower():
            found.append(one)
    return Json([_told(call, one) for one in found[: min(call.number("limit", 100), 1000)]])


def create(call: Call) -> Response:
    """POST /api/collections."""
    call.need_writer()
    data = call.object()
    owner = str(data.get("namespace") or call.user())
    title = _text(data, "title", 60)
    if call.site.keys.role(call.caller, owner) not in ("contributor", "write", "admin"):
        raise forbidden(f"You may not make collections in the namespace {owner}")
    same = [one for one in _all(call) if one.owner == owner and one.title == title]
    if same:
        message = "You already created this collection"
        return Json({"error": message, "slug": same[0].slug}, 409, {"X-Error-Message": message})
    description = _text(data, "description", 150) if data.get("description") else None
    made = Collection(
        id=secrets.token_hex(12), title=title, owner=owner, updated=0.0, description=description,
        private=bool(data.get("private")),
    )  # fmt: skip
    _save(call, made)
    return Json(_whole(call, made))


def get(call: Call) -> Response:
    """GET /api/collections/{ns}/{slug}."""
    return Json(_whole(call, _found(call)))


def update(call: Call) -> Response:
    """PATCH /api/collections/{ns}/{slug}."""
    collection = _found(call, write=True)
    data = call.object()
    if "title" in data:
        collection.title = _text(data, "title", 60)
    if "description" in data:
        collection.description = _text(data, "description", 150) if data["description"] else None
    if "theme" in data:
        collection.theme = _text(data, "theme", 20)
    if isinstance(data.get("private"), bool):
        collection.private = data["private"]
    if isinstance(data.get("position"), int):
        collection.position = data["position"]
    _save(call, collection)
    return Json({"success": True, "data": _whole(call, collection)})


def delete(call: Call) -> Response:
    """DELETE /api/collections/{ns}/{slug}."""
    (_folder(call) / f"{_found(call, write=True).id}.json").unlink(missing_ok=True)
    return Json({})


def add(call: Call) -> Response:
    """POST …/items: `item` with its `id` and `type`, and a `note`."""
    collection = _found(call, write=True)
    data = call.object()
    item = data.get("item")
    if not isinstance(item, dict) or item.get("type") not in _KINDS:
        raise bad_request(f'"item.type" must be one of [{", ".join(_KINDS)}]')
    row = call.find(item["type"], str(item.get("id") or ""), in_path=False)
    if any((one.repo_type, one.repo_id.lower()) == (row.type, row.id.lower()) for one in collection.items):
        raise Refusal(409, "This item is in the collection already")
    if len(collection.items) >= _MOST_ITEMS:
        raise bad_request(f"A collection has at most {_MOST_ITEMS} items")
    note = _text(data, "note", 500) if data.get("note") else None
    collection.items.append(Item(id=secrets.token_hex(12), repo_id=row.id, repo_type=row.type, note=note))
    _save(call, collection)
    return Json(_whole(call, collection))


def _item(call: Call, collection: Collection) -> Item:
    for item in collection.items:
        if item.id == call.params["item"]:
            return item
    raise Refusal(404, "Item not found")


def update_item(call: Call) -> Response:
    """PATCH …/items/{id}: `note`, `position`."""
    collection = _found(call, write=True)
    item = _item(call, collection)
    data = call.object()
    if "note" in data:
        item.note = _text(data, "note", 500) if data["note"] else None
    position = data.get("position")
    if isinstance(position, int):
        collection.items.remove(item)
        collection.items.insert(max(position, 0), item)
    _save(call, collection)
    return Json({"success": True})


def remove(call: Call) -> Response:
    """DELETE …/items/{id}."""
    collection = _found(call, write=True)
    collection.items.remove(_item(call, collection))
    _save(call, collection)
    return Json({})


_ONE = "/api/collections/{ns}/{slug}"
ROUTES = [
    Address("GET", "/api/collections", listing),
    Address("POST", "/api/collections", create),
    Address("GET", _ONE, get),
    Address("PATCH", _ONE, update),
    Address("DELETE", _ONE, delete),
    Address("POST", _ONE + "/items", add),
    Address("PATCH", _ONE + "/items/{item}", update_item),
    Address("DELETE", _ONE + "/items/{item}", remove),
]
