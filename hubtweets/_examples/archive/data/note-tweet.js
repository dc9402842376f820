window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1656744319995190659",
      "updatedAt" : "2023-05-11T19:33:21.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2023-05-11T19:33:21.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "A short guide to boats at Lock 9, for new crews.\n\n1. The water is not in a hurry. Nor am I.\n2. If you can hear shouting, it's coming from a boat that is going too fast.\n3. Keep forward of the cill. The cill is the stone step that you can't see. That's the whole trouble with it.\n4. The pig is friendly. The heron is not unfriendly, he's just thorough.\n5. Do not ask Gasket for directions.\n6. One ring of the bell fetches the keeper, two fetch bread, and if you hear three, look up.\n7. Thank you is said to the gates as well. They're oak, they're two hundred years old in parts, and they open better for it.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ]
      }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "1789921228550119293",
      "updatedAt" : "2024-05-13T07:30:50.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2024-05-13T07:30:50.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "People ask how you mend a clock, as if there were a trick to it. There isn't, there's only an order.\n\nFirst you listen. Half of what's wrong with it will tell you, if you don't talk over it.\n\nThen let the power down, slowly, all of it. A spring that looks tired can still take your thumb.\n\nThen you take it to bits and lay the bits in the order they came out. Clean everything. You'll find somebody was here before you. Be kind about their work; they'd worse light.\n\nThen you put it together again, and it'll go, or it won't. If it won't, it's something you did on a day that you were cross.\n\nThen you give it back, and it's the worst part, because it's been good company.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ]
      }
    }
  }
]
