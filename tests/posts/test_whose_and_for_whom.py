"""Whose posts they are and who may read them, where several archives, exports or people are in one place."""

from __future__ import annotations

import json
import tempfile
import zipfile
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets._shared.progress import SILENT
from hubtweets.errors import ArchiveError, HubtweetsError, NoPostsError, WhosePostsError
from hubtweets.posts import Corpus, open_source, read_corpus, spec
from tests.posts.conftest import ACCOUNT, js, tweet

ONE, TWO, THREE = "plain words of mine one", "plain words of mine two", "plain words of mine three"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://m.example/users/anna"
EXAMPLE = js("account", [ACCOUNT])


def read(path: Path, handle: str | None = None) -> Corpus:
    return read_corpus(open_source(path, handle=handle), SILENT, minimum=0)


def packed(path: Path, members: dict[str, Any]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content if isinstance(content, str) else json.dumps(content))
    return path


def table(path: Path, rows: Any) -> Path:
    path.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
    return path


def posts(*texts: str, **more: Any) -> str:
    return js("tweets", [{"tweet": tweet(number, text, **more)} for number, text in enumerate(texts, 1)])


# -- X archives -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["twitter-circle-tweet", "community-tweet", "deleted-tweets"])
def test_what_one_archive_lists_is_left_out_of_the_others(name: str, tmp_path: Path) -> None:
    members = {f"{folder}/data/account.js": EXAMPLE for folder in "ab"}
    members |= {"a/data/tweets.js": posts(ONE, TWO), "b/data/tweets.js": posts(ONE)}
    listed = js("x", [{"tweet": tweet(2, TWO)}])
    assert read(packed(tmp_path / "a.zip", {**members, f"b/data/{name}.js": listed})).texts == (ONE,)
    for spelled in (f"{name} (1)", f"{name} - Copy", name.title(), f"{name}-part1"):
        assert read(packed(tmp_path / "b.zip", {**members, f"a/data/{spelled}.js": listed})).texts == (ONE,), spelled


@pytest.mark.parametrize("listed", [1, 2])
def test_a_list_that_names_one_version_means_them_all(listed: int, tmp_path: Path) -> None:
    versions = {"edit_info": {"initial": {"editTweetIds": ["1", "2"]}}}
    rows = posts(ONE, TWO, **versions)
    circle = js("x", [{"tweet": {"id_str": str(listed), "full_text": "x"}}])
    members = {"data/account.js": EXAMPLE, "data/tweets.js": rows, "data/twitter-circle-tweet.js": circle}
    with pytest.raises(NoPostsError, match="2 are never used: for a circle only"):
        read(packed(tmp_path / "a.zip", members))
    first = tweet(1, ONE, edit_info={"initial": {"editTweetIds": ["1"]}})  # it does not know of the later one yet
    both = js("tweets", [{"tweet": first}, {"tweet": tweet(2, TWO, **versions)}])
    edited = read(packed(tmp_path / "b.zip", {"data/account.js": EXAMPLE, "data/tweets.js": both}))
    assert (edited.texts, edited.dropped) == ((TWO,), {"earlier versions of edited posts": 1})


def test_an_account_that_became_protected_is_so_in_older_archives_too(tmp_path: Path) -> None:
    def events(*actions: str) -> str:
        rows = [
            {"protectedHistory": {"protectedAt": f"202{at}-01-01T00:00:00Z", "action": action}}
            for at, action in enumerate(actions)
        ]
        return js("protected_history", rows)

    members = {f"{folder}/data/account.js": EXAMPLE for folder in ("2020", "2023")}
    members |= {"2020/data/tweets.js": posts(ONE), "2023/data/tweets.js": posts(ONE, TWO)}
    for actions, texts in ((("Protect",), None), (("Protect", "Unprotect"), (ONE, TWO))):
        path = packed(tmp_path / "a.zip", {**members, "2023/data/protected-history.js": events(*actions)})
        if texts is None:
            with pytest.raises(NoPostsError, match="3 are never used: of a protected account"):
                read(path)
        else:
            assert read(path).texts == texts


def test_posts_in_a_folder_that_does_not_say_whose_are_not_used(tmp_path: Path) -> None:
    members = {"a/data/account.js": EXAMPLE, "a/data/tweets.js": posts(ONE), "b/tweets.js": posts(TWO, THREE)}
    corpus = read(packed(tmp_path / "a.zip", members))
    assert corpus.texts == (ONE,)
    assert "whose posts are in b is not said there, and they are not used" in corpus.notes[0]
    months = {"a/data/account.js": EXAMPLE, "a/data/tweets.js": posts(ONE)}
    months["a/data/js/tweets/2013_05.js"] = f"Grailbird.data.x = {json.dumps([tweet(9, TWO)])}"
    assert len(read(packed(tmp_path / "b.zip", months)).texts) == 2  # inside of the folder that says it


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("community_id", "77", "for a community only"),
        ("trusted_friends_control", {"x": 1}, "for a circle only"),
        ("exclusive_tweet_control", {"conversation_author_id": "1"}, "for followers or subscribers only"),
        ("scopes", {"followers": True}, "for followers or subscribers only"),
        ("scopes", {"followers": False}, None),
        ("community_id", None, None),
    ],
)
def test_rows_that_say_themselves_who_may_read_them(field: str, value: Any, reason: str | None, tmp_path: Path) -> None:
    rows = js("tweets", [{"tweet": tweet(1, ONE, **{field: value})}, {"tweet": tweet(2, TWO)}])
    corpus = read(packed(tmp_path / "a.zip", {"data/account.js": EXAMPLE, "data/tweets.js": rows}))
    assert corpus.dropped == ({reason: 1} if reason else {})
    assert len(corpus.texts) == (1 if reason else 2)


def test_files_of_posts_in_other_forms_and_names(tmp_path: Path) -> None:
    bare, wrapped = tweet(1, ONE), {"tweet": tweet(2, TWO)}
    for rows in ([bare, wrapped], [{"x": 1}, wrapped, {"tweet": bare}], [{"v": 1, **wrapped}, {"v": 1, "tweet": bare}]):
        members = {"./data/account.js": EXAMPLE, "./data/tweets.js": js("tweets", rows)}
        corpus = read(packed(tmp_path / "a.zip", members))
        assert corpus.texts == (ONE, TWO)
        assert sum(corpus.dropped.values()) == (len(rows) == 3)
    members = {"data/account.js": EXAMPLE, "data/tweets.js": posts(ONE)}
    members["data/tweets (1).js"] = js("tweets", [wrapped])
    assert read(packed(tmp_path / "b.zip", members)).texts == (ONE, TWO)
    cut = f"{'x y ' * 67}… https://t.co/abc"
    note = {"noteTweet": {"createdAt": "2020-02-01T01:00:00.000Z", "core": {"text": f"{'x y ' * 67}and the rest"}}}
    members = {"data/account.js": EXAMPLE, "data/tweets.js": posts(cut), "data/note-tweet.js": js("note_tweet", [])}
    members["data/note-tweet-part1.js"] = js("note_tweet", [note], 1)
    assert read(packed(tmp_path / "c.zip", members)).texts[0].endswith("and the rest")
    dated = [tweet(1, ONE, created_at="2020-01-01T00:00:00.000Z"), tweet(2, TWO, created_at="1580550000000")]
    corpus = read(table(tmp_path / "tweets.js", js("tweets", dated)), "anna")
    assert [post.created_at.year for post in corpus.posts if post.created_at] == [2020, 2020]


# -- Mastodon exports -------------------------------------------------------------------------------------------------


def activity(number: int, text: str, **more: Any) -> dict[str, Any]:
    note = {"id": f"{ME}/statuses/{number}", "type": "Note", "content": f"<p>{text}</p>", "attributedTo": ME}
    outside = {"type": "Create", "actor": ME, "published": "2023-01-01T00:00:00Z", "to": [PUBLIC], "object": note}
    inside = {key: more.pop(key) for key in ("content", "contentMap", "name", "attributedTo") if key in more}
    return {**outside, "object": {**note, **inside, "type": more.pop("of", "Note")}, **more}


def outbox(*items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "OrderedCollection", "orderedItems": list(items), **more}


ANNA = {"id": ME, "preferredUsername": "anna", "name": "Anna", "url": "https://m.example/@anna"}
BOB = "https://m.example/users/bob"


@pytest.mark.parametrize(
    ("item", "left_out"),
    [
        (activity(2, TWO, actor=BOB), "posts of other accounts"),
        (activity(2, TWO, attributedTo=BOB), "posts of other accounts"),
        (activity(2, TWO, attributedTo=[{"id": BOB}]), "posts of other accounts"),
        (activity(2, TWO, of="Tombstone"), "deleted by the account"),
        (activity(2, TWO, to=["https://m.example/#Public"]), "for followers or mentioned people only"),
        (activity(2, TWO, actor="http://m.example/users/anna/"), None),
        (activity(2, "", content=None, contentMap={"en": f"<p>{TWO}</p>"}), None),
        (activity(2, TWO, published="yesterday"), None),
        (activity(2, "", of="Article", name=TWO), None),
    ],
)
def test_an_activity_of_somebody_else_or_in_another_form(item: Any, left_out: str | None, tmp_path: Path) -> None:
    corpus = read(packed(tmp_path / "a.zip", {"actor.json": ANNA, "outbox.json": outbox(activity(1, ONE), item)}))
    assert corpus.dropped == ({left_out: 1} if left_out else {})
    assert sorted(corpus.texts) == [ONE, *([] if left_out else [TWO])]


def test_later_versions_and_deletions_in_an_outbox(tmp_path: Path) -> None:
    newer = activity(1, TWO, type="Update", published="2023-02-01T00:00:00Z")
    gone = {"type": "Delete", "actor": ME, "object": {"id": f"{ME}/statuses/3", "type": "Tombstone"}}
    profile = {"type": "Update", "actor": ME, "to": [PUBLIC], "object": {"id": ME, "type": "Person"}}
    items = [newer, activity(1, ONE), activity(3, THREE), gone, profile]
    corpus = read(packed(tmp_path / "a.zip", {"actor.json": ANNA, "outbox.json": outbox(*items)}))
    assert corpus.texts == (TWO,)
    earlier, deleted = "earlier versions of edited posts", "deleted by the account"
    assert corpus.dropped == {earlier: 1, deleted: 1, "activities that are no posts, such as likes": 2}


def test_exports_of_several_people_in_one_place(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        {"a/outbox.json": outbox(None, activity(1, ONE)), "b/outbox.json": outbox(activity(2, TWO, actor=BOB))},
    )
    for handle in (None, "carol"):
        with pytest.raises(WhosePostsError, match=r"@anna@m\.example \(1\), @bob@m\.example \(1\)"):
            read(path, handle)
    corpus = read(path, "anna")
    assert corpus.texts == (ONE,)
    assert "other accounts too, which are not read: b/outbox.json" in " ".join(corpus.notes)
    with pytest.raises(ArchiveError, match="only the address of a server's pages") as caught:
        read(packed(tmp_path / "b.zip", {"outbox.json": {"type": "OrderedCollection", "first": "https://m.example/"}}))
    assert "mastodon:USER@SERVER" in caught.value.hint


# -- tables -----------------------------------------------------------------------------------------------------------


def status(number: int, text: str, user: str = "anna", server: str = "m.example", **more: Any) -> dict[str, Any]:
    account = {"acct": user if server == "m.example" else f"{user}@{server}", "url": f"https://{server}/@{user}"}
    return {"id": str(number), "content": f"<p>{text}</p>", "visibility": "public", "account": account, **more}


@pytest.mark.parametrize(
    ("handle", "texts"),
    [
        ("anna@m.example", (ONE,)), ("anna@x.example", (TWO,)), ("anna", None), ("anna@y.example", None), (None, None),
    ],
)  # fmt: skip
def test_accounts_of_one_name_on_several_servers(handle: str | None, texts: Any, tmp_path: Path) -> None:
    path = table(tmp_path / "a.json", [status(1, ONE), status(2, TWO, server="x.example")])
    if texts is None:
        with pytest.raises(WhosePostsError, match=r"@anna@m\.example \(1\), @anna@x\.example \(1\)"):
            read(path, handle)
    else:
        assert read(path, handle).texts == texts


@pytest.mark.parametrize("handle", [None, "anna", "anna@m.example"])
def test_a_local_account_has_the_server_that_its_address_names(handle: str | None, tmp_path: Path) -> None:
    path = table(tmp_path / "a.json", [status(1, ONE), status(2, TWO, local_only=True)])
    corpus = read(path, handle)
    assert corpus.account.handle == "anna" if handle == "anna" else "anna@m.example"
    assert corpus.texts == (ONE,)
    with pytest.raises(WhosePostsError):
        read(path, "anna@y.example")


@pytest.mark.parametrize(
    "rows",
    [
        {"type": "personal_chat", "messages": [{"from": "Anna", "from_id": "user1", "text": ONE}]},
        {"participants": [{"name": "A"}], "messages": [{"sender_name": "Anna", "content": ONE, "timestamp_ms": 1}]},
        {"channel": {}, "messages": [{"callEndedTimestamp": None, "content": ONE, "author": {"name": "anna"}}]},
        [{"client_msg_id": "x", "type": "message", "text": ONE, "user": "U1", "ts": "1"}],
        [{"senderId": "1", "recipientId": "2", "text": ONE}],
        f"From,To,Subject,Body\nanna,bob,hi,{ONE}\n",
        f"CONVERSATION ID,FROM,CONTENT\n1,Anna,{ONE}\n",
    ],
)
def test_messages_of_chats_are_no_posts(rows: Any, tmp_path: Path) -> None:
    path = table(tmp_path / ("a.csv" if isinstance(rows, str) else "a.json"), rows)
    with pytest.raises(NoPostsError, match="1 are never used: messages of a chat or mail"):
        read(path, "anna")


def test_records_of_a_bluesky_repository_that_are_no_posts(tmp_path: Path) -> None:
    kinds = ("app.bsky.feed.post", "chat.bsky.convo.message", "app.bsky.feed.like", "app.bsky.feed.repost")
    link = {"index": {"byteStart": 4, "byteEnd": 25}, "features": [{"uri": "https://example.com/a-long-one"}]}
    value = {"text": "see example.com/a-long… for all of it", "facets": [5, link, {"index": {}}]}
    rows = [{"uri": f"at://did:plc:a/{kind}/{at}", "value": {"$type": kind, **value}} for at, kind in enumerate(kinds)]
    corpus = read(table(tmp_path / "a.json", {"records": rows}), "anna.example")
    assert (corpus.texts, corpus.dropped) == (("see for all of it",), {"records that are no posts": 3})


def test_words_of_an_original_author_are_somebody_elses(tmp_path: Path) -> None:
    rows = f"id,text,handle,original_author\n1,{ONE},anna,\n2,{TWO},anna,bob\n3,{THREE},anna,@Anna\n"
    counts = read(table(tmp_path / "a.csv", rows)).account.counts
    assert counts is not None
    assert (counts.downloaded, counts.retweets, counts.kept) == (3, 1, 2)


# -- downloads that are not read --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("your_facebook_activity/posts/your_posts_1.json", "messages/inbox/x/message_1.json"), "a Facebook download"),
        (("your_instagram_activity/content/posts_1.json",), "an Instagram download"),
        (("Shares.csv", "messages.csv"), "a LinkedIn download"),
        (("posts.csv", "comments.csv"), "a Reddit download"),
        (("payload-0.json", "posts/html/1.html"), "a Tumblr download"),
        (("messages/c1/messages.json", "account/user.json"), "a download of chats"),
        (("_chat.txt",), "a download of chats"),
        (("a.zip", "b.tar.gz", "c.7z"), "3 other archives inside it: a.zip, b.tar.gz, c.7z"),
        (("mine.rar",), "another archive inside it: mine.rar"),
        (("word/document.xml",), "a document of another program"),
    ],
)
def test_downloads_of_other_services_are_named(names: tuple[str, ...], says: str, tmp_path: Path) -> None:
    with pytest.raises(NoPostsError, match=says) as caught:
        read(packed(tmp_path / "download", dict.fromkeys(names, "x")))
    assert "Ask X" not in caught.value.hint


# -- whatever is in them ----------------------------------------------------------------------------------------------

FOLDERS = st.fixed_dictionaries(
    {
        "owner": st.sampled_from(("example", "example", "other", None)),
        "posts": st.lists(st.integers(1, 12), max_size=6),
        "circle": st.sets(st.integers(1, 12), max_size=3),
        "deleted": st.sets(st.integers(1, 12), max_size=2),
        "protected": st.booleans(),
    }
)


@pytest.mark.thorough
@settings(max_examples=40, deadline=None)
@given(st.lists(FOLDERS, min_size=1, max_size=3))
def test_every_post_of_several_archives_is_accounted_for(folders: list[dict[str, Any]]) -> None:
    def numbers(listed: Any) -> str:
        return js("x", [{"tweet": tweet(number, f"plain words of number {number}")} for number in listed])

    members = {}
    for at, folder in enumerate(folders):
        inside = f"{at}/data"
        members[f"{inside}/tweets.js"] = numbers(folder["posts"])
        if folder["owner"]:
            account = {**ACCOUNT["account"], "username": folder["owner"], "accountId": folder["owner"]}
            members[f"{inside}/account.js"] = js("account", [{"account": account}])
        members[f"{inside}/twitter-circle-tweet.js"] = numbers(folder["circle"])
        members[f"{inside}/deleted-tweets.js"] = numbers(folder["deleted"])
        if folder["protected"]:
            event = {"protectedAt": f"2020-01-0{at + 1}", "action": "Protect"}
            members[f"{inside}/protected-history.js"] = js("x", [{"protectedHistory": event}])
    owners = {folder["owner"] for folder in folders} - {None}
    mine = [folder for folder in folders if folder["owner"] == "example"] or folders
    with tempfile.TemporaryDirectory() as where:
        path = packed(Path(where) / "a.zip", members)
        try:
            corpus = read(path, "example")
        except HubtweetsError as error:
            hidden = {number for folder in mine for number in (*folder["circle"], *folder["deleted"])}
            open_ = {number for folder in mine for number in folder["posts"]} - hidden
            assert not open_ or any(folder["protected"] for folder in mine) or "example" not in owners, error
            return
    counts = corpus.account.counts
    assert counts is not None
    hidden = {number for folder in mine for number in (*folder["circle"], *folder["deleted"])}
    kept = {int(post.id) for post in corpus.posts}
    assert kept == {number for folder in mine for number in folder["posts"]} - hidden
    assert counts.downloaded == counts.retweets + counts.short + counts.kept
    assert counts.downloaded + sum(corpus.dropped.values()) == sum(len(folder["posts"]) for folder in mine)


def test_an_object_with_several_peoples_lists_is_refused_with_their_names(tmp_path: Path) -> None:
    path = table(tmp_path / "a.json", {"anna": [{"text": ONE}], "bob": [{"text": TWO}, {"text": THREE}]})
    with pytest.raises(ArchiveError, match=r"several lists with texts \('anna', 'bob'\)") as caught:
        read(path, "anna")
    assert "in a file by itself" in caught.value.hint
    assert read(table(path, {"mine": [{"text": ONE}], "likes": [{"text": TWO}]}), "anna").texts == (ONE,)


def test_what_is_offered_is_asked_for_once_however_many_files_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(**options: Any) -> Any:
        asked.append(options)
        return entry_points(**options)

    monkeypatch.setattr(spec, "entry_points", counted)
    with pytest.raises(NoPostsError):
        read(packed(tmp_path / "a.zip", {f"{number}.txt": "" for number in range(300)}))
    assert len(asked) < 10


@pytest.mark.parametrize(
    ("column", "cell", "left_out"),
    [
        ("deleted_at", "2020-01-02", "deleted by the account"),
        ("status", "draft", "drafts and the like, which were never posted"),
        ("post_status", "Scheduled", "drafts and the like, which were never posted"),
        ("tipo", "Retuit", None), ("type", "リツイート", None), ("type", "转发", None), ("type", "Репост", None),
        ("is_retweet_of", "9", None), ("retweeted_from_id", "9", None), ("reblogOfId", "9", None),
        ("reblogged_from_id", "9", None), ("Shared From", "bob", None),
        ("privacy", "SELF", "not meant for everybody (followers, mentioned people, protected accounts)"),
        ("isDraft", "true", "drafts and the like, which were never posted"),
        ("retweeted_status_result.result.rest_id", "9", None),
        ("Boosted Status URL", "https://m.example/@bob/9", None),
    ],
)  # fmt: skip
def test_columns_that_tell_what_is_not_used(column: str, cell: str, left_out: str | None, tmp_path: Path) -> None:
    corpus = read(table(tmp_path / "a.csv", f"id,text,user,{column}\n1,{ONE},anna,\n2,{TWO},anna,{cell}\n"))
    counts = corpus.account.counts
    assert counts is not None
    assert (corpus.texts, counts.retweets) == ((ONE,), 0 if left_out else 1)
    assert corpus.dropped == ({left_out: 1} if left_out else {})


@pytest.mark.parametrize("column", ["retweets", "retweet_count", "reposts", "boosts", "retweeters"])
def test_columns_that_count_tell_nothing_of_whose_a_post_is(column: str, tmp_path: Path) -> None:
    corpus = read(table(tmp_path / "a.csv", f"id,text,user,{column}\n1,{ONE},anna,0\n2,{TWO},anna,17\n"))
    assert corpus.texts == (ONE, TWO)


@pytest.mark.parametrize("text", ["RT@bob: their words", "RT  @bob: their words", "“RT @bob: their words”"])
def test_retweets_however_the_text_begins(text: str, tmp_path: Path) -> None:
    path = table(tmp_path / "a.json", [{"id": "1", "text": text}, {"id": "2", "text": ONE}])
    counts = read(path, "anna").account.counts
    assert counts is not None
    assert counts.retweets == 1


def test_threads_posts_are_there_once_whatever_their_time_is(tmp_path: Path) -> None:
    def entry(text: str, time: int) -> dict[str, Any]:
        return {"media": [{"title": text, "creation_timestamp": time}]}

    one = {"text_post_app_text_posts": [entry(ONE, 1_700_000_000), entry(TWO, 1_700_000_000_000), entry(THREE, -5)]}
    again = {"text_post_app_text_posts": [entry(ONE, 1_700_000_000), entry(ONE, 1_700_000_001)]}
    members = {"a/threads_and_replies.json": one, "b/threads_and_replies.json": again}
    corpus = read(packed(tmp_path / "instagram-anna-2024-01-01-abc.zip", members))
    assert corpus.texts == (THREE, ONE, TWO, ONE)
    assert corpus.dropped == {"there more than once": 1}


def test_a_community_archive_without_its_account_keeps_its_lists(tmp_path: Path) -> None:
    rows = [{"tweet": tweet(1, ONE)}, {"tweet": tweet(2, TWO)}]
    path = table(tmp_path / "a.json", {"tweets": rows, "communityTweet": rows[1:]})
    assert read(path, "anna").texts == (ONE,)
    with pytest.raises(WhosePostsError):
        read(path)


def test_events_of_nostr_that_are_no_posts(tmp_path: Path) -> None:
    rows = [{"id": str(kind), "kind": kind, "pubkey": "p", "sig": "s", "content": ONE} for kind in (1, 4, 6)]
    corpus = read(table(tmp_path / "a.json", rows), "anna")
    assert (corpus.texts, corpus.dropped) == ((ONE,), {"records that are no posts": 2})


def test_a_log_of_posts_without_names_of_columns(tmp_path: Path) -> None:
    """As IFTTT writes it into a spreadsheet."""
    rows = "".join(
        f'"March {day:02}, 2020 at 10:00AM",@anna,"{text}, yes",https://twitter.com/anna/status/{day}\n'
        for day, text in enumerate((ONE, TWO), 1)
    )
    corpus = read(table(tmp_path / "a.csv", rows))
    assert corpus.texts == (f"{ONE}, yes", f"{TWO}, yes")
    assert corpus.account.handle == "anna"
    assert [post.created_at.day for post in corpus.posts if post.created_at] == [1, 2]
