window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "1444919804734099458",
    "userName" : "quillfen_lock9",
    "displayName" : "Tilda Quillfen 🦆"
  },
  "archiveInfo" : {
    "sizeBytes" : "562988",
    "generationDate" : "2024-10-03T01:20:26.118Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "dataTypes" : {
    "account" : {
      "files" : [
        {
          "fileName" : "data/account.js",
          "globalName" : "YTD.account.part0",
          "count" : "1"
        }
      ]
    },
    "noteTweet" : {
      "files" : [
        {
          "fileName" : "data/note-tweet.js",
          "globalName" : "YTD.note_tweet.part0",
          "count" : "2"
        }
      ]
    },
    "profile" : {
      "files" : [
        {
          "fileName" : "data/profile.js",
          "globalName" : "YTD.profile.part0",
          "count" : "1"
        }
      ]
    },
    "tweets" : {
      "files" : [
        {
          "fileName" : "data/tweets.js",
          "globalName" : "YTD.tweets.part0",
          "count" : "493"
        }
      ]
    }
  }
}
