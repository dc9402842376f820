window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1489340353856131074"
          ],
          "editableUntil" : "2022-02-03T21:19:45.621Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "98"
      ],
      "favorite_count" : "8",
      "id_str" : "1489340353856131074",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1489340353856131074",
      "created_at" : "Thu Feb 03 20:49:45 +0000 2022",
      "favorited" : false,
      "full_text" : "Storm. Two slates off, one lantern gone, hedge unmoved. I put it to you again that the hedge knew.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1487331774772944896"
          ],
          "editableUntil" : "2022-01-29T08:18:23.050Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "0",
      "id_str" : "1487331774772944896",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1487331774772944896",
      "created_at" : "Sat Jan 29 07:48:23 +0000 2022",
      "favorited" : false,
      "full_text" : "Talk went well. Best question: \"Do you ever get to press a big red button?\" No. I have chosen my life badly.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1486694591706144768"
          ],
          "editableUntil" : "2022-01-27T14:06:26.769Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "4",
      "id_str" : "1486694591706144768",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1486694591706144768",
      "created_at" : "Thu Jan 27 13:36:26 +0000 2022",
      "favorited" : false,
      "full_text" : "I have been asked to give a talk to the school about water. I intend to begin with \"it goes down\" and see how long I can hang on.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1486078206703153152"
          ],
          "editableUntil" : "2022-01-25T21:17:09.132Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "6"
      ],
      "favorite_count" : "2",
      "id_str" : "1486078206703153152",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1486078206703153152",
      "created_at" : "Tue Jan 25 20:47:09 +0000 2022",
      "favorited" : false,
      "full_text" : "Quite.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1485249335910727680"
          ],
          "editableUntil" : "2022-01-23T14:23:30.936Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "6",
      "in_reply_to_status_id_str" : "1485226938425327616",
      "id_str" : "1485249335910727680",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1485249335910727680",
      "in_reply_to_status_id" : "1485226938425327616",
      "created_at" : "Sun Jan 23 13:53:30 +0000 2022",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil Bread left on your roof at eight. If it is gone by the time you read this then the Inspector has widened his remit.",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1484068178791878658"
          ],
          "editableUntil" : "2022-01-20T08:10:01.134Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "0",
      "id_str" : "1484068178791878658",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1484068178791878658",
      "created_at" : "Thu Jan 20 07:40:01 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @narrowboat_gwil: Frozen in since Tuesday. Down to the emergency biscuits. They are not a good biscuit, that is how you know.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1483350596861313026"
          ],
          "editableUntil" : "2022-01-18T08:38:36.270Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "122"
      ],
      "favorite_count" : "8",
      "id_str" : "1483350596861313026",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1483350596861313026",
      "created_at" : "Tue Jan 18 08:08:36 +0000 2022",
      "favorited" : false,
      "full_text" : "Ice report: thick enough for a duck, too thin for the duck's friend. Both were surprised. Only one was dignified about it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1482786512568610817"
          ],
          "editableUntil" : "2022-01-16T19:17:08.094Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "26"
      ],
      "favorite_count" : "9",
      "in_reply_to_status_id_str" : "1482723095755436034",
      "id_str" : "1482786512568610817",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1482786512568610817",
      "in_reply_to_status_id" : "1482723095755436034",
      "created_at" : "Sun Jan 16 18:47:08 +0000 2022",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil Biscuits?",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1481328985127870464"
          ],
          "editableUntil" : "2022-01-12T18:45:26.473Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "20",
      "id_str" : "1481328985127870464",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1481328985127870464",
      "created_at" : "Wed Jan 12 18:15:26 +0000 2022",
      "favorited" : false,
      "full_text" : "Bernard is sulking in the cold. I have moved him next to the stove, where he and Gasket are pretending not to notice one another.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1481873940675031042"
          ],
          "editableUntil" : "2022-01-14T06:50:54.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "8",
      "id_str" : "1481873940675031042",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1481873940675031042",
      "created_at" : "Fri Jan 14 06:20:54 +0000 2022",
      "favorited" : false,
      "full_text" : "Minus six. The windlass stuck to my glove and the glove stuck to my opinion of January.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1480096373628043266"
          ],
          "editableUntil" : "2022-01-09T09:07:28.990Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "133"
      ],
      "favorite_count" : "5",
      "id_str" : "1480096373628043266",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1480096373628043266",
      "created_at" : "Sun Jan 09 08:37:28 +0000 2022",
      "favorited" : false,
      "full_text" : "A clock came in with a note inside the case: \"Cleaned March 1887. Poor pay. Cold hands.\" I know you, friend. I added my own below it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1479537665160126464"
          ],
          "editableUntil" : "2022-01-07T20:07:22.511Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1479450589689229314",
      "id_str" : "1479537665160126464",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1479537665160126464",
      "in_reply_to_status_id" : "1479450589689229314",
      "created_at" : "Fri Jan 07 19:37:22 +0000 2022",
      "favorited" : false,
      "full_text" : "@towpath_tamsin It is a true story in the sense that three people told it to me and only two of them contradicted each other.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1477964765403865088"
          ],
          "editableUntil" : "2022-01-03T11:57:13.986Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1477959965428035585",
      "id_str" : "1477964765403865088",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1477964765403865088",
      "in_reply_to_status_id" : "1477959965428035585",
      "created_at" : "Mon Jan 03 11:27:13 +0000 2022",
      "favorited" : false,
      "full_text" : "They were married 52 years. Nobody has dared to correct the clock since, in case it undoes something.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1477959965428035585"
          ],
          "editableUntil" : "2022-01-03T11:38:09.583Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "14",
      "id_str" : "1477959965428035585",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1477959965428035585",
      "created_at" : "Mon Jan 03 11:08:09 +0000 2022",
      "favorited" : false,
      "full_text" : "Local history: the church clock is called the Old Liar. It has been four minutes fast since 1911, when the sexton fell in love with a girl who caught the early train.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1477349079741136898"
          ],
          "editableUntil" : "2022-01-01T19:10:43.085Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "3",
      "id_str" : "1477349079741136898",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1477349079741136898",
      "created_at" : "Sat Jan 01 18:40:43 +0000 2022",
      "favorited" : false,
      "full_text" : "Lock 9 log, 1 January: no boats.\nIce, thin.\nHeron, fat.\nKeeper, somewhere between the two.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1477205576255057921"
          ],
          "editableUntil" : "2022-01-01T09:40:29.188Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "0",
      "id_str" : "1477205576255057921",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1477205576255057921",
      "created_at" : "Sat Jan 01 09:10:29 +0000 2022",
      "favorited" : false,
      "full_text" : "My resolution is to say no more often. Practised on Gasket this morning. He is now asleep on the ledger.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1477054471395442689"
          ],
          "editableUntil" : "2021-12-31T23:40:02.982Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "174"
      ],
      "favorite_count" : "3",
      "id_str" : "1477054471395442689",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1477054471395442689",
      "created_at" : "Fri Dec 31 23:10:02 +0000 2021",
      "favorited" : false,
      "full_text" : "The church clock in this village runs four minutes fast, so every year we all cheer early and then stand about until the rest of the country catches up. Happy New Year, soon.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1475773497200345088"
          ],
          "editableUntil" : "2021-12-28T10:49:54.935Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "1",
      "id_str" : "1475773497200345088",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1475773497200345088",
      "created_at" : "Tue Dec 28 10:19:54 +0000 2021",
      "favorited" : false,
      "full_text" : "My dream is a whole winter afternoon in which nobody on this canal drops anything into it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1474686481822662657"
          ],
          "editableUntil" : "2021-12-25T10:50:30.273Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "2",
      "id_str" : "1474686481822662657",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1474686481822662657",
      "created_at" : "Sat Dec 25 10:20:30 +0000 2021",
      "favorited" : false,
      "full_text" : "Frohe Weihnachten an alle Verwandten am Deich. Der Tee ist fertig, die Katze sitzt im Karton, und draußen ist es still.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1474651828380258305"
          ],
          "editableUntil" : "2021-12-25T08:32:48.248Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "148"
      ],
      "favorite_count" : "5",
      "id_str" : "1474651828380258305",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1474651828380258305",
      "created_at" : "Sat Dec 25 08:02:48 +0000 2021",
      "favorited" : false,
      "full_text" : "Merry Christmas from Lock 9. No boats, no boats at all, and the ice on the top pound has gone that blue which you only get when nobody is looking. 🎄",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1474339305170145280"
          ],
          "editableUntil" : "2021-12-24T11:50:56.909Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "74"
      ],
      "favorite_count" : "11",
      "id_str" : "1474339305170145280",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1474339305170145280",
      "created_at" : "Fri Dec 24 11:20:56 +0000 2021",
      "favorited" : false,
      "full_text" : "Gasket has been given his present early: the box that the present came in.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1472665686465933312"
          ],
          "editableUntil" : "2021-12-19T21:00:35.115Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "3",
      "id_str" : "1472665686465933312",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1472665686465933312",
      "created_at" : "Sun Dec 19 20:30:35 +0000 2021",
      "favorited" : false,
      "full_text" : "Forty people sang by the lock tonight and two of them knew the second verse. The heron stayed for all of it. I am not crying, it is condensation.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1471909142248673280"
          ],
          "editableUntil" : "2021-12-17T18:54:20.918Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "0",
      "id_str" : "1471909142248673280",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1471909142248673280",
      "created_at" : "Fri Dec 17 18:24:20 +0000 2021",
      "favorited" : false,
      "full_text" : "RT @thrupple_band: Carols by the lock, Sunday at four. Bring a torch, a mug and low expectations.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1471014045896294402"
          ],
          "editableUntil" : "2021-12-15T07:37:33.318Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "12",
      "id_str" : "1471014045896294402",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1471014045896294402",
      "created_at" : "Wed Dec 15 07:07:33 +0000 2021",
      "favorited" : false,
      "full_text" : "Lantern update: recovered from the hedge. The hedge, as I have said before, is up to something.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1469980383884849153"
          ],
          "editableUntil" : "2021-12-12T11:10:09.089Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "0",
      "id_str" : "1469980383884849153",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1469980383884849153",
      "created_at" : "Sun Dec 12 10:40:09 +0000 2021",
      "favorited" : false,
      "full_text" : "Mince pies: 24 made, 24 cooled, 19 counted. Gasket has crumbs on his good ear and no comment.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1470860171518296064"
          ],
          "editableUntil" : "2021-12-14T21:26:06.807Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "2",
      "id_str" : "1470860171518296064",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1470860171518296064",
      "created_at" : "Tue Dec 14 20:56:06 +0000 2021",
      "favorited" : false,
      "full_text" : "It is the custom here that the lock-keeper hangs a lantern on the bridge for December. It is also the custom that the wind removes it by the next morning.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1469053620377206784"
          ],
          "editableUntil" : "2021-12-09T21:47:31.451Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "56"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1469047832233897984",
      "id_str" : "1469053620377206784",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1469053620377206784",
      "in_reply_to_status_id" : "1469047832233897984",
      "created_at" : "Thu Dec 09 21:17:31 +0000 2021",
      "favorited" : false,
      "full_text" : "@escapement_ed (I know you are going to carve a cuckoo.)",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1469047832233897984"
          ],
          "editableUntil" : "2021-12-09T21:24:31.450Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "121"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1468968812676775937",
      "id_str" : "1469047832233897984",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1469047832233897984",
      "in_reply_to_status_id" : "1468968812676775937",
      "created_at" : "Thu Dec 09 20:54:31 +0000 2021",
      "favorited" : false,
      "full_text" : "@escapement_ed A cuckoo clock with the cuckoo missing is simply a clock, Edwin. You could leave it. You could know peace.",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1468112672053755905"
          ],
          "editableUntil" : "2021-12-07T07:28:31.889Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "40"
      ],
      "favorite_count" : "0",
      "id_str" : "1468112672053755905",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1468112672053755905",
      "created_at" : "Tue Dec 07 06:58:31 +0000 2021",
      "favorited" : false,
      "full_text" : "A toaster is only a clock with a grudge.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1467185040999653378"
          ],
          "editableUntil" : "2021-12-04T18:02:27.411Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "166",
              "177"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "177"
      ],
      "favorite_count" : "2",
      "id_str" : "1467185040999653378",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1467185040999653378",
      "created_at" : "Sat Dec 04 17:32:27 +0000 2021",
      "favorited" : false,
      "full_text" : "Repair café in the village hall: 3 toasters, 2 lamps, 1 talking bear that would not stop. I mended the toasters. The bear has been asked to think about what it said. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1467115642918187009"
          ],
          "editableUntil" : "2021-12-04T13:26:41.619Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "131"
      ],
      "favorite_count" : "7",
      "id_str" : "1467115642918187009",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1467115642918187009",
      "created_at" : "Sat Dec 04 12:56:41 +0000 2021",
      "favorited" : false,
      "full_text" : "The Inspector caught a fish today in front of visitors and looked straight at me afterwards, like a man who has filed his expenses.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1465414869587742722"
          ],
          "editableUntil" : "2021-11-29T20:48:25.658Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "133"
      ],
      "favorite_count" : "1",
      "id_str" : "1465414869587742722",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1465414869587742722",
      "created_at" : "Mon Nov 29 20:18:25 +0000 2021",
      "favorited" : false,
      "full_text" : "I have now explained rock sugar and cream, unstirred, to four plumbers. One of them has bought a teapot. This is how empires begin. 🫖",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1466290355088687104"
          ],
          "editableUntil" : "2021-12-02T06:47:17.667Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "5",
      "id_str" : "1466290355088687104",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1466290355088687104",
      "created_at" : "Thu Dec 02 06:17:17 +0000 2021",
      "favorited" : false,
      "full_text" : "Winter hours at Lock 9: dawn until the kettle wins.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1464640482976866305"
          ],
          "editableUntil" : "2021-11-27T17:31:17.502Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "4",
      "id_str" : "1464640482976866305",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1464640482976866305",
      "created_at" : "Sat Nov 27 17:01:17 +0000 2021",
      "favorited" : false,
      "full_text" : "Oma sagte immer: Drei Tassen sind Ostfriesenrecht, und wer nach zwei Tassen geht, hat etwas zu verbergen. ☕",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1832430829322088448"
          ],
          "editableUntil" : "2024-09-07T15:48:49.285Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "180"
      ],
      "favorite_count" : "168",
      "id_str" : "1832430829322088448",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1832430829322088448",
      "created_at" : "Sat Sep 07 14:48:49 +0000 2024",
      "favorited" : false,
      "full_text" : "The new bench has been installed by the hut: oak from the old gates, and a brass plate that says LEAN ON ME AND COMPLAIN. I read it twice. Dunstan was pretending to look at a duck.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1831600175178682368"
          ],
          "editableUntil" : "2024-09-05T08:48:05.905Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "165",
      "id_str" : "1831600175178682368",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1831600175178682368",
      "created_at" : "Thu Sep 05 07:48:05 +0000 2024",
      "favorited" : false,
      "full_text" : "Three years ago I wrote that I open gates, mend clocks &amp; complain about bread. I'd only like to add that the bread's got better.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1831054849257369600"
          ],
          "editableUntil" : "2024-09-03T20:41:10.073Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "153"
      ],
      "favorite_count" : "84",
      "id_str" : "1831054849257369600",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1831054849257369600",
      "created_at" : "Tue Sep 03 19:41:10 +0000 2024",
      "favorited" : false,
      "full_text" : "My followers number 1,204. That's more than the canal had boats all year. If you would all please share the lock, we could get you up in about nine days.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1829238361805115393"
          ],
          "editableUntil" : "2024-08-29T20:23:05.716Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "6",
      "id_str" : "1829238361805115393",
      "truncated" : false,
      "retweet_count" : "13",
      "id" : "1829238361805115393",
      "created_at" : "Thu Aug 29 19:23:05 +0000 2024",
      "favorited" : false,
      "full_text" : "I'm not sentimental about herons. There was something in my eye. It was the size of a heron.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1828532675007774722"
          ],
          "editableUntil" : "2024-08-27T21:38:56.873Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "104",
      "id_str" : "1828532675007774722",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1828532675007774722",
      "created_at" : "Tue Aug 27 20:38:56 +0000 2024",
      "favorited" : false,
      "full_text" : "Kevin has caught his first fish in front of an audience. He turned round to see whether the Inspector had been watching. He had. He'd even moved his head.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1827588001213198336"
          ],
          "editableUntil" : "2024-08-25T07:05:09.089Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "157"
      ],
      "favorite_count" : "19",
      "id_str" : "1827588001213198336",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1827588001213198336",
      "created_at" : "Sun Aug 25 06:05:09 +0000 2024",
      "favorited" : false,
      "full_text" : "Big moon going down at one end of the cut &amp; the sun coming up at the other, and me in the middle in my dressing gown with a rake. I don't need a holiday.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1826899127726993409"
          ],
          "editableUntil" : "2024-08-23T09:27:48.851Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "109",
      "in_reply_to_status_id_str" : "1826874465292500993",
      "id_str" : "1826899127726993409",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1826899127726993409",
      "in_reply_to_status_id" : "1826874465292500993",
      "created_at" : "Fri Aug 23 08:27:48 +0000 2024",
      "favorited" : false,
      "full_text" : "@bargepole_bert So the boat's called Susan now? I'm so glad, I'd always liked Susan. Keep this one, please.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1825973052815106049"
          ],
          "editableUntil" : "2024-08-20T20:07:55.386Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "84"
      ],
      "favorite_count" : "67",
      "id_str" : "1825973052815106049",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1825973052815106049",
      "created_at" : "Tue Aug 20 19:07:55 +0000 2024",
      "favorited" : false,
      "full_text" : "Today I met the other woman from The Other Woman. It's his mother. She was steering.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1825223809514156032"
          ],
          "editableUntil" : "2024-08-18T18:30:41.863Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "76",
              "90"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "32",
      "id_str" : "1825223809514156032",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1825223809514156032",
      "created_at" : "Sun Aug 18 17:30:41 +0000 2024",
      "favorited" : false,
      "full_text" : "Thunder over Over Thrupple. I know that it's only weather. But still. 🌩️ cc @thrupple_band",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1824392451949051904"
          ],
          "editableUntil" : "2024-08-16T11:27:10.774Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "0",
      "id_str" : "1824392451949051904",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1824392451949051904",
      "created_at" : "Fri Aug 16 10:27:10 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: A correction: the pig was not entered. The judges stand by their decision.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1823804035613569026"
          ],
          "editableUntil" : "2024-08-14T20:29:01.387Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "32",
      "id_str" : "1823804035613569026",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1823804035613569026",
      "created_at" : "Wed Aug 14 19:29:01 +0000 2024",
      "favorited" : false,
      "full_text" : "Clause Nine has won Best in Show. She was there as a spectator.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1823075078033960962"
          ],
          "editableUntil" : "2024-08-12T20:12:24.357Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "27",
      "id_str" : "1823075078033960962",
      "truncated" : false,
      "retweet_count" : "16",
      "id" : "1823075078033960962",
      "created_at" : "Mon Aug 12 19:12:24 +0000 2024",
      "favorited" : false,
      "full_text" : "Blackberry &amp; apple, two loaves, one tart. The tart was for Mrs. Hathersby, who's taken up sugar again. \"I'd made my point,\" she said.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1599444967340830722"
          ],
          "editableUntil" : "2022-12-04T17:16:11.121Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "135"
      ],
      "favorite_count" : "1",
      "id_str" : "1599444967340830722",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1599444967340830722",
      "created_at" : "Sun Dec 04 16:46:11 +0000 2022",
      "favorited" : false,
      "full_text" : "This year I've chained the lantern to the bridge. This year the wind has taken the glass and left me the rest, with a sort of courtesy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1598591620713742338"
          ],
          "editableUntil" : "2022-12-02T08:45:17.431Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "84"
      ],
      "favorite_count" : "14",
      "id_str" : "1598591620713742338",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1598591620713742338",
      "created_at" : "Fri Dec 02 08:15:17 +0000 2022",
      "favorited" : false,
      "full_text" : "Lantern up on the first. It's the second now, and the wind has kept the appointment.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1598070671267274752"
          ],
          "editableUntil" : "2022-11-30T22:15:13.404Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "13",
      "id_str" : "1598070671267274752",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1598070671267274752",
      "created_at" : "Wed Nov 30 21:45:13 +0000 2022",
      "favorited" : false,
      "full_text" : "The band is short of players. Tonight it was two cornets, me, and the bass drum. It sounded like somebody moving house in a hurry, but tenderly.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1596760416462229505"
          ],
          "editableUntil" : "2022-11-27T07:28:44.315Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "10",
      "id_str" : "1596760416462229505",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1596760416462229505",
      "created_at" : "Sun Nov 27 06:58:44 +0000 2022",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby has the flu, so I walked to hers and told her what SHE was doing wrong. She was sitting up by the time I left.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1596227100369481730"
          ],
          "editableUntil" : "2022-11-25T20:09:31.850Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "141"
      ],
      "favorite_count" : "2",
      "id_str" : "1596227100369481730",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1596227100369481730",
      "created_at" : "Fri Nov 25 19:39:31 +0000 2022",
      "favorited" : false,
      "full_text" : "Stollen ist fertig: außen Schnee, innen Rosinen, insgesamt ein Briefbeschwerer. Oma hätte genickt und nichts gesagt, das war das höchste Lob.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1595425045802229761"
          ],
          "editableUntil" : "2022-11-23T15:02:27.140Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "19",
      "id_str" : "1595425045802229761",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1595425045802229761",
      "created_at" : "Wed Nov 23 14:32:27 +0000 2022",
      "favorited" : false,
      "full_text" : "Made stollen for the band. They said it was heavy. It's meant to be heavy, it has to see a family through to February.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1594644733322407937"
          ],
          "editableUntil" : "2022-11-21T11:21:46.147Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/toNatYiJ0p",
            "expanded_url" : "https://example.org/lock9/it-was-the-cat",
            "display_url" : "example.org/lock9/it-was-…",
            "indices" : [
              "16",
              "39"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "39"
      ],
      "favorite_count" : "12",
      "id_str" : "1594644733322407937",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1594644733322407937",
      "possibly_sensitive" : false,
      "created_at" : "Mon Nov 21 10:51:46 +0000 2022",
      "favorited" : false,
      "full_text" : "It was the cat. https://t.co/toNatYiJ0p",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1594069985288654848"
          ],
          "editableUntil" : "2022-11-19T21:17:55.537Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "114",
      "in_reply_to_status_id_str" : "1594060170589437953",
      "id_str" : "1594069985288654848",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1594069985288654848",
      "in_reply_to_status_id" : "1594060170589437953",
      "created_at" : "Sat Nov 19 20:47:55 +0000 2022",
      "favorited" : false,
      "full_text" : "@escapement_ed It's always the pallets. Unless it's the suspension spring. Unless it's the cat.",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1593290344562356226"
          ],
          "editableUntil" : "2022-11-17T17:39:54.703Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "31",
      "id_str" : "1593290344562356226",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1593290344562356226",
      "created_at" : "Thu Nov 17 17:09:54 +0000 2022",
      "favorited" : false,
      "full_text" : "Taught a lad of sixteen to set a verge escapement. He held his breath until it ticked. Then I saw him decide not to be an accountant. I'll be hearing from his mother.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1592439610571591681"
          ],
          "editableUntil" : "2022-11-15T09:19:23.914Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "14"
      ],
      "favorite_count" : "39",
      "id_str" : "1592439610571591681",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1592439610571591681",
      "created_at" : "Tue Nov 15 08:49:23 +0000 2022",
      "favorited" : false,
      "full_text" : "Still raining.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1591693407475191810"
          ],
          "editableUntil" : "2022-11-13T07:54:15.232Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "174"
      ],
      "favorite_count" : "34",
      "id_str" : "1591693407475191810",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1591693407475191810",
      "created_at" : "Sun Nov 13 07:24:15 +0000 2022",
      "favorited" : false,
      "full_text" : "Rain gauge: 31 mm. The cut's brown and quick today. Paddles down, kettle on, and everyone is told that the lock will still be here tomorrow. So will I. We're both very heavy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1591017657988669441"
          ],
          "editableUntil" : "2022-11-11T11:09:04.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "74"
      ],
      "favorite_count" : "94",
      "id_str" : "1591017657988669441",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1591017657988669441",
      "created_at" : "Fri Nov 11 10:39:04 +0000 2022",
      "favorited" : false,
      "full_text" : "New rule at the lock hut: if you say \"it's only a cat,\" you carry the cat.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1590315076255154176"
          ],
          "editableUntil" : "2022-11-09T12:37:15.461Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "2",
      "id_str" : "1590315076255154176",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1590315076255154176",
      "created_at" : "Wed Nov 09 12:07:15 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket weighs six kilos. The vet called him \"a substantial gentleman.\" He has asked me to have it put on his door.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1589690189939744770"
          ],
          "editableUntil" : "2022-11-07T19:14:10.954Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "4",
      "id_str" : "1589690189939744770",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1589690189939744770",
      "created_at" : "Mon Nov 07 18:44:10 +0000 2022",
      "favorited" : false,
      "full_text" : "I learned clocks from him. He used to say that a clock doesn't tell you the time, it only tells you its opinion, and you should be polite.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1588813700983779328"
          ],
          "editableUntil" : "2022-11-05T09:11:19.702Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "186"
      ],
      "favorite_count" : "13",
      "id_str" : "1588813700983779328",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1588813700983779328",
      "created_at" : "Sat Nov 05 08:41:19 +0000 2022",
      "favorited" : false,
      "full_text" : "Inside the smaller safe: a sandwich box. Inside that: a note saying HA. I knew the man who wrote it, he'd have been so pleased. Gone ten years, and still the best turn-out of the autumn.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1588257850134294529"
          ],
          "editableUntil" : "2022-11-03T20:22:34.532Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "8",
      "id_str" : "1588257850134294529",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1588257850134294529",
      "created_at" : "Thu Nov 03 19:52:34 +0000 2022",
      "favorited" : false,
      "full_text" : "Stoppage. They drained the flight below me and found a safe. The whole village came. The locksmith came. Inside: a smaller safe.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1587145068190584832"
          ],
          "editableUntil" : "2022-10-31T18:40:46.643Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "151"
      ],
      "favorite_count" : "15",
      "id_str" : "1587145068190584832",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1587145068190584832",
      "created_at" : "Mon Oct 31 18:10:46 +0000 2022",
      "favorited" : false,
      "full_text" : "Hallowe'en. Three small ghosts and a pirate walked two miles along a dark towpath for my ginger biscuits. I've never felt so famous, or so responsible.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1586645360937177089"
          ],
          "editableUntil" : "2022-10-30T09:35:07.149Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "11",
      "id_str" : "1586645360937177089",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1586645360937177089",
      "created_at" : "Sun Oct 30 09:05:07 +0000 2022",
      "favorited" : false,
      "full_text" : "The clocks went back. I now have an extra hour nineteen times over, and I spent all of it finding the one in the airing cupboard.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1585736766216503296"
          ],
          "editableUntil" : "2022-10-27T21:24:41.287Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1585692726807519233",
      "id_str" : "1585736766216503296",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1585736766216503296",
      "in_reply_to_status_id" : "1585692726807519233",
      "created_at" : "Thu Oct 27 20:54:41 +0000 2022",
      "favorited" : false,
      "full_text" : "@nell_postround There's nothing in the by-laws against hugging. I looked. There is one against \"furious whistling,\" which I mean to try.",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1584083477945749506"
          ],
          "editableUntil" : "2022-10-23T07:55:06.647Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "38"
      ],
      "favorite_count" : "8",
      "in_reply_to_status_id_str" : "1584076702209560578",
      "id_str" : "1584083477945749506",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1584083477945749506",
      "in_reply_to_status_id" : "1584076702209560578",
      "created_at" : "Sun Oct 23 07:25:06 +0000 2022",
      "favorited" : false,
      "full_text" : "It was you, Nell. Sorry about the hug.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1584076702209560578"
          ],
          "editableUntil" : "2022-10-23T07:28:11.185Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "14",
      "id_str" : "1584076702209560578",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1584076702209560578",
      "created_at" : "Sun Oct 23 06:58:11 +0000 2022",
      "favorited" : false,
      "full_text" : "An otter! Six seconds of otter, across the tail of the lock, at breakfast. I've told four people and one of them was only trying to deliver a parcel.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1583359897550766081"
          ],
          "editableUntil" : "2022-10-21T07:59:51.637Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "68",
      "in_reply_to_status_id_str" : "1583317618183942145",
      "id_str" : "1583359897550766081",
      "in_reply_to_user_id" : "954216849612197889",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1583359897550766081",
      "in_reply_to_status_id" : "1583317618183942145",
      "created_at" : "Fri Oct 21 07:29:51 +0000 2022",
      "favorited" : false,
      "full_text" : "@oda_kneads_on My starter is called Bernard because my uncle Bernard was also sour, bubbly, and couldn't be left alone in a warm kitchen.",
      "lang" : "en",
      "in_reply_to_screen_name" : "oda_kneads_on",
      "in_reply_to_user_id_str" : "954216849612197889"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1582472026557218816"
          ],
          "editableUntil" : "2022-10-18T21:11:46.696Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "20",
      "id_str" : "1582472026557218816",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1582472026557218816",
      "created_at" : "Tue Oct 18 20:41:46 +0000 2022",
      "favorited" : false,
      "full_text" : "Leaf season. The leaves collect in the lock and the lock makes a kind of soup of them. I skim it with a net and feel like a very minor god.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1581536734310961152"
          ],
          "editableUntil" : "2022-10-16T07:15:15.648Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "11",
      "id_str" : "1581536734310961152",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1581536734310961152",
      "created_at" : "Sun Oct 16 06:45:15 +0000 2022",
      "favorited" : false,
      "full_text" : "Mushrooms along the towpath. I don't pick them, I've seen the state of the people who do. One of them was explaining jazz to a post.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1581373260683038722"
          ],
          "editableUntil" : "2022-10-15T20:25:40.498Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "BoatNames",
            "indices" : [
              "156",
              "166"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "31",
      "id_str" : "1581373260683038722",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1581373260683038722",
      "created_at" : "Sat Oct 15 19:55:40 +0000 2022",
      "favorited" : false,
      "full_text" : "Boat names of the week: Gin &amp; Bear It, Nauti Buoy (no), The Tax Rebate, and a beautiful old wooden one called Patience that ran straight into the gate. #BoatNames",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1581312999730638848"
          ],
          "editableUntil" : "2022-10-15T16:26:13.167Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "144",
              "155"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "12",
      "id_str" : "1581312999730638848",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1581312999730638848",
      "created_at" : "Sat Oct 15 15:56:13 +0000 2022",
      "favorited" : false,
      "full_text" : "Repair café: 5 clocks, 2 kettles, 1 garden gnome with a broken fishing rod. Fitted him with a new line. The Inspector has taken it as a threat. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1579175523768164352"
          ],
          "editableUntil" : "2022-10-09T18:52:39.185Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "103"
      ],
      "favorite_count" : "51",
      "id_str" : "1579175523768164352",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1579175523768164352",
      "created_at" : "Sun Oct 09 18:22:39 +0000 2022",
      "favorited" : false,
      "full_text" : "Report of the Clock Committee, in full: \"Further time is needed.\" They have no idea how funny they are.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1578463583135657984"
          ],
          "editableUntil" : "2022-10-07T19:43:39.311Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "9",
      "id_str" : "1578463583135657984",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1578463583135657984",
      "created_at" : "Fri Oct 07 19:13:39 +0000 2022",
      "favorited" : false,
      "full_text" : "It was a good scone. He had it within four seconds. I have seen the council take longer over a drain.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1577726403414310913"
          ],
          "editableUntil" : "2022-10-05T18:54:21.970Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Heron Watch Nether Thrupple",
            "screen_name" : "heronwatch_nt",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "1010069880495816705",
            "id" : "1010069880495816705"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "0",
      "id_str" : "1577726403414310913",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1577726403414310913",
      "created_at" : "Wed Oct 05 18:24:21 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @heronwatch_nt: Subject observed lock-keeper dropping scone. Subject's face did not change. Subject's face never changes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1576991322501492738"
          ],
          "editableUntil" : "2022-10-03T18:13:25.023Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "24",
      "id_str" : "1576991322501492738",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1576991322501492738",
      "created_at" : "Mon Oct 03 17:43:25 +0000 2022",
      "favorited" : false,
      "full_text" : "One year on here. 61 of you now, not counting the sunglasses. The heron has 400, I'm told he has his own account. Nobody has told me what he says about me.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1575591719552577538"
          ],
          "editableUntil" : "2022-09-29T21:31:53.676Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "158"
      ],
      "favorite_count" : "17",
      "id_str" : "1575591719552577538",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1575591719552577538",
      "created_at" : "Thu Sep 29 21:01:53 +0000 2022",
      "favorited" : false,
      "full_text" : "Baked an apple cake from my grandmother's card. The recipe says \"butter, as is proper\" and \"bake until it's right.\" She trusted us. That was her whole method.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1575013662369452033"
          ],
          "editableUntil" : "2022-09-28T07:14:54.104Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1574994034447978498",
      "id_str" : "1575013662369452033",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1575013662369452033",
      "in_reply_to_status_id" : "1574994034447978498",
      "created_at" : "Wed Sep 28 06:44:54 +0000 2022",
      "favorited" : false,
      "full_text" : "@bargepole_bert He says he's sorry. He says it with his back to me, washing a foot, but the sense of it was there.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1574438595967987714"
          ],
          "editableUntil" : "2022-09-26T17:09:47.590Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "130"
      ],
      "favorite_count" : "0",
      "id_str" : "1574438595967987714",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1574438595967987714",
      "created_at" : "Mon Sep 26 16:39:47 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @bargepole_bert: Whoever is ringing that bell at Lock 9 at four in the morning, I have some firm words and a spare mooring pin.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1573954784593612800"
          ],
          "editableUntil" : "2022-09-25T09:07:17.969Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "11"
      ],
      "favorite_count" : "8",
      "id_str" : "1573954784593612800",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1573954784593612800",
      "created_at" : "Sun Sep 25 08:37:17 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket, NO.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1573524351389511681"
          ],
          "editableUntil" : "2022-09-24T04:36:54.696Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "60"
      ],
      "favorite_count" : "19",
      "id_str" : "1573524351389511681",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1573524351389511681",
      "created_at" : "Sat Sep 24 04:06:54 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket has discovered the bell. It's 4 a.m. There's no boat.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1517846131807096833"
          ],
          "editableUntil" : "2022-04-23T13:11:32.697Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/TkhFt68UIm",
            "expanded_url" : "https://example.org/lock9/nine",
            "display_url" : "example.org/lock9/nine",
            "indices" : [
              "133",
              "156"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "156"
      ],
      "favorite_count" : "3",
      "id_str" : "1517846131807096833",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1517846131807096833",
      "possibly_sensitive" : false,
      "created_at" : "Sat Apr 23 12:41:32 +0000 2022",
      "favorited" : false,
      "full_text" : "Ducklings: nine! They went over the weir one after another like commuters. Mother counted them at the bottom, twice, and so did I. 🐥 https://t.co/TkhFt68UIm",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1517237166438617090"
          ],
          "editableUntil" : "2022-04-21T20:51:44.039Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "1",
      "id_str" : "1517237166438617090",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1517237166438617090",
      "created_at" : "Thu Apr 21 20:21:44 +0000 2022",
      "favorited" : false,
      "full_text" : "Rain gauge: 0.0 mm for twelve days. The jam jar has a spider in it now. She keeps better records than I did.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1516445496534605826"
          ],
          "editableUntil" : "2022-04-19T16:25:55.225Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1515692817077805057",
      "id_str" : "1516445496534605826",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1516445496534605826",
      "in_reply_to_status_id" : "1515692817077805057",
      "created_at" : "Tue Apr 19 15:55:55 +0000 2022",
      "favorited" : false,
      "full_text" : "It was salad dressing. The owner says it seemed to \"respond to it.\" I have sent him home with a leaflet.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1515692817077805057"
          ],
          "editableUntil" : "2022-04-17T14:35:02.459Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "117"
      ],
      "favorite_count" : "2",
      "id_str" : "1515692817077805057",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1515692817077805057",
      "created_at" : "Sun Apr 17 14:05:02 +0000 2022",
      "favorited" : false,
      "full_text" : "A new clock on the bench: French, marble, furious. Somebody has oiled it with what I'm fairly sure is salad dressing.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1515056437454733312"
          ],
          "editableUntil" : "2022-04-15T20:26:17.733Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "135"
      ],
      "favorite_count" : "8",
      "id_str" : "1515056437454733312",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1515056437454733312",
      "created_at" : "Fri Apr 15 19:56:17 +0000 2022",
      "favorited" : false,
      "full_text" : "Overheard on the towpath: \"We could get a boat.\" \"We could get a divorce, Malcolm, it's the same money and you'd see more countryside.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1514306616729595905"
          ],
          "editableUntil" : "2022-04-13T18:46:46.541Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "10",
      "in_reply_to_status_id_str" : "1514285225960312832",
      "id_str" : "1514306616729595905",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1514306616729595905",
      "in_reply_to_status_id" : "1514285225960312832",
      "created_at" : "Wed Apr 13 18:16:46 +0000 2022",
      "favorited" : false,
      "full_text" : "@escapement_ed It's a fine cuckoo. It looks like it knows what time it is and wishes that it didn't.",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1513583244414717952"
          ],
          "editableUntil" : "2022-04-11T18:52:21.142Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "0",
      "id_str" : "1513583244414717952",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1513583244414717952",
      "created_at" : "Mon Apr 11 18:22:21 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @escapement_ed: Carved a cuckoo. It looks like a potato that has had bad news. The clock is happy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1512147260560420865"
          ],
          "editableUntil" : "2022-04-07T19:46:15.912Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "110"
      ],
      "favorite_count" : "14",
      "id_str" : "1512147260560420865",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1512147260560420865",
      "created_at" : "Thu Apr 07 19:16:15 +0000 2022",
      "favorited" : false,
      "full_text" : "The Best Kept Bench result is in. Second place. First went to an actual bench. The village has lost its nerve.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1512684214725238785"
          ],
          "editableUntil" : "2022-04-09T07:19:55.761Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "117"
      ],
      "favorite_count" : "34",
      "id_str" : "1512684214725238785",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1512684214725238785",
      "created_at" : "Sat Apr 09 06:49:55 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket brought me a windlass handle today. Not the windlass. Only the handle. I would like to know what he has built.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1511255140909522945"
          ],
          "editableUntil" : "2022-04-05T08:41:18.012Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "121"
      ],
      "favorite_count" : "3",
      "id_str" : "1511255140909522945",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1511255140909522945",
      "created_at" : "Tue Apr 05 08:11:18 +0000 2022",
      "favorited" : false,
      "full_text" : "Today a child asked me if I was the troll. I said the troll has Tuesdays off. He nodded like a man who also works shifts.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1510717408285290498"
          ],
          "editableUntil" : "2022-04-03T21:04:32.564Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "85"
      ],
      "favorite_count" : "2",
      "id_str" : "1510717408285290498",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1510717408285290498",
      "created_at" : "Sun Apr 03 20:34:32 +0000 2022",
      "favorited" : false,
      "full_text" : "First warm weekend. Eleven boats through before lunch, and only one of them sideways.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1509628608298663936"
          ],
          "editableUntil" : "2022-03-31T20:58:02.418Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "5",
      "id_str" : "1509628608298663936",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1509628608298663936",
      "created_at" : "Thu Mar 31 20:28:02 +0000 2022",
      "favorited" : false,
      "full_text" : "Grandmother's rule for visitors: the first cup is for the weather, the second is for the family, the third is for the truth.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1509051603053805570"
          ],
          "editableUntil" : "2022-03-30T06:45:13.648Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "4",
      "id_str" : "1509051603053805570",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1509051603053805570",
      "created_at" : "Wed Mar 30 06:15:13 +0000 2022",
      "favorited" : false,
      "full_text" : "Mist, one kingfisher, no telephone signal. If they ever find out how good this job is at quarter past six they'll want it back.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1508888763969458177"
          ],
          "editableUntil" : "2022-03-29T19:58:09.784Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "HeronWatch",
            "indices" : [
              "0",
              "11"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/TDHJNK3W9a",
            "expanded_url" : "https://example.org/lock9/inspector-on-roof",
            "display_url" : "example.org/lock9/inspect…",
            "indices" : [
              "12",
              "35"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "35"
      ],
      "favorite_count" : "3",
      "id_str" : "1508888763969458177",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1508888763969458177",
      "possibly_sensitive" : false,
      "created_at" : "Tue Mar 29 19:28:09 +0000 2022",
      "favorited" : false,
      "full_text" : "#HeronWatch https://t.co/TDHJNK3W9a",
      "lang" : "und"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1508699258849501184"
          ],
          "editableUntil" : "2022-03-29T07:25:08.243Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "9",
      "id_str" : "1508699258849501184",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1508699258849501184",
      "created_at" : "Tue Mar 29 06:55:08 +0000 2022",
      "favorited" : false,
      "full_text" : "A swan came through with the three o'clock boat, paid nothing, hissed at the skipper and left by the top gate. Frankly the most competent crew this month.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1508330995633795072"
          ],
          "editableUntil" : "2022-03-28T07:01:47.450Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "94"
      ],
      "favorite_count" : "1",
      "id_str" : "1508330995633795072",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1508330995633795072",
      "created_at" : "Mon Mar 28 06:31:47 +0000 2022",
      "favorited" : false,
      "full_text" : "Bread tip: if the dough will not rise, leave the room. It can sense that you want it too much.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1507988274314870784"
          ],
          "editableUntil" : "2022-03-27T08:19:56.320Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "33",
      "in_reply_to_status_id_str" : "1507978320306253826",
      "id_str" : "1507988274314870784",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1507988274314870784",
      "in_reply_to_status_id" : "1507978320306253826",
      "created_at" : "Sun Mar 27 07:49:56 +0000 2022",
      "favorited" : false,
      "full_text" : "The Old Liar was also put forward an hour, with great care, so as to preserve the four minutes.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1507978320306253826"
          ],
          "editableUntil" : "2022-03-27T07:40:23.100Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "21",
      "id_str" : "1507978320306253826",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1507978320306253826",
      "created_at" : "Sun Mar 27 07:10:23 +0000 2022",
      "favorited" : false,
      "full_text" : "The clocks went forward last night. I own nineteen. I have been up since, well, that's rather the question.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1506729214210875392"
          ],
          "editableUntil" : "2022-03-23T20:56:52.999Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "153"
      ],
      "favorite_count" : "12",
      "in_reply_to_status_id_str" : "1506724429147107329",
      "id_str" : "1506729214210875392",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1506729214210875392",
      "in_reply_to_status_id" : "1506724429147107329",
      "created_at" : "Wed Mar 23 20:26:52 +0000 2022",
      "favorited" : false,
      "full_text" : "@nell_postround I heard you told the sorting office that I talk to my bread. I talk TO it, Nell. It is when it answers that you should deliver elsewhere.",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1505427876606222338"
          ],
          "editableUntil" : "2022-03-20T06:45:49.937Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "3",
      "id_str" : "1505427876606222338",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1505427876606222338",
      "created_at" : "Sun Mar 20 06:15:49 +0000 2022",
      "favorited" : false,
      "full_text" : "I have entered the balance beam at Lock 9 for Best Kept Bench. It is five metres long, oak, and moves. I expect a stewards' inquiry.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1504523530741510146"
          ],
          "editableUntil" : "2022-03-17T18:52:17.081Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "112"
      ],
      "favorite_count" : "0",
      "id_str" : "1504523530741510146",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1504523530741510146",
      "created_at" : "Thu Mar 17 18:22:17 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: Nominations are open for Best Kept Bench. Last year's winner was, regrettably, not a bench.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1502682733726679040"
          ],
          "editableUntil" : "2022-03-12T16:57:36.872Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "162",
              "173"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "173"
      ],
      "favorite_count" : "3",
      "id_str" : "1502682733726679040",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1502682733726679040",
      "created_at" : "Sat Mar 12 16:27:36 +0000 2022",
      "favorited" : false,
      "full_text" : "Repair café: a lady brought a lamp that \"goes off whenever my sister rings.\" We rang the sister. It went off. I have no idea. I told her to keep it, it's useful. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1502021763032059904"
          ],
          "editableUntil" : "2022-03-10T21:11:09.178Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "HeronWatch",
            "indices" : [
              "128",
              "139"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/dh6cQP7UJa",
            "expanded_url" : "https://example.org/lock9/heron-shaped-gap",
            "display_url" : "example.org/lock9/heron-s…",
            "indices" : [
              "140",
              "163"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "163"
      ],
      "favorite_count" : "4",
      "id_str" : "1502021763032059904",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1502021763032059904",
      "possibly_sensitive" : false,
      "created_at" : "Thu Mar 10 20:41:09 +0000 2022",
      "favorited" : false,
      "full_text" : "The Inspector has a stripe of white paint on one wing. I have a heron-shaped gap on the balance beam. We are not discussing it. #HeronWatch https://t.co/dh6cQP7UJa",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1500896423200841729"
          ],
          "editableUntil" : "2022-03-07T18:39:27.255Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "3",
      "id_str" : "1500896423200841729",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1500896423200841729",
      "created_at" : "Mon Mar 07 18:09:27 +0000 2022",
      "favorited" : false,
      "full_text" : "Spring maintenance: I have greased everything that turns, painted everything that doesn't, and sat on the bit I had just painted.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1499665648874885121"
          ],
          "editableUntil" : "2022-03-04T09:08:47.789Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "7",
      "id_str" : "1499665648874885121",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1499665648874885121",
      "created_at" : "Fri Mar 04 08:38:47 +0000 2022",
      "favorited" : false,
      "full_text" : "The long pole has now been used twice this week. It is a great leveller, the long pole.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1497566870611517441"
          ],
          "editableUntil" : "2022-02-26T14:09:00.057Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "0",
      "id_str" : "1497566870611517441",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1497566870611517441",
      "created_at" : "Sat Feb 26 13:39:00 +0000 2022",
      "favorited" : false,
      "full_text" : "A gentleman informed me that he did not need help, he had watched a video. I went and got the long pole.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1495403705681903616"
          ],
          "editableUntil" : "2022-02-20T14:53:21.348Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1495378287522177024",
      "id_str" : "1495403705681903616",
      "in_reply_to_user_id" : "996978617497411586",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1495403705681903616",
      "in_reply_to_status_id" : "1495378287522177024",
      "created_at" : "Sun Feb 20 14:23:21 +0000 2022",
      "favorited" : false,
      "full_text" : "@thrupple_band I can do Sunday. I can also do the solo if the second horn's knee is still bad. I am not saying I pushed him. There was ice.",
      "lang" : "en",
      "in_reply_to_screen_name" : "thrupple_band",
      "in_reply_to_user_id_str" : "996978617497411586"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1496923939329118208"
          ],
          "editableUntil" : "2022-02-24T19:34:13.294Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "3",
      "id_str" : "1496923939329118208",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1496923939329118208",
      "created_at" : "Thu Feb 24 19:04:13 +0000 2022",
      "favorited" : false,
      "full_text" : "First hire boat of the year! They went in forwards, which already puts them ahead of last year's.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1496018381335781377"
          ],
          "editableUntil" : "2022-02-22T07:35:51.444Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "120"
      ],
      "favorite_count" : "1",
      "id_str" : "1496018381335781377",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1496018381335781377",
      "created_at" : "Tue Feb 22 07:05:51 +0000 2022",
      "favorited" : false,
      "full_text" : "Snowdrops by the paddle gear. Every year I forget and every year they get up and do it anyway, without a single meeting.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1494067940149837825"
          ],
          "editableUntil" : "2022-02-16T22:25:30.028Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "3",
      "id_str" : "1494067940149837825",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1494067940149837825",
      "created_at" : "Wed Feb 16 21:55:30 +0000 2022",
      "favorited" : false,
      "full_text" : "Band practice. We played the slow march so slowly that at one point, I believe, it was over and nobody noticed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1493922471560679426"
          ],
          "editableUntil" : "2022-02-16T12:47:27.614Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Sourdough",
            "indices" : [
              "89",
              "99"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "99"
      ],
      "favorite_count" : "8",
      "id_str" : "1493922471560679426",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1493922471560679426",
      "created_at" : "Wed Feb 16 12:17:27 +0000 2022",
      "favorited" : false,
      "full_text" : "Today's loaf came out the shape of a boot. It is a good boot. I ate the toe with butter. #Sourdough",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1492759498073763842"
          ],
          "editableUntil" : "2022-02-13T07:46:13.128Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "106"
      ],
      "favorite_count" : "1",
      "id_str" : "1492759498073763842",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1492759498073763842",
      "created_at" : "Sun Feb 13 07:16:13 +0000 2022",
      "favorited" : false,
      "full_text" : "I have a tin marked SCREWS, MISC and a tin marked SCREWS, VERY MISC. Civilisation rests on the difference.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1492080692090855425"
          ],
          "editableUntil" : "2022-02-11T10:48:53.170Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rivets & Rye",
            "screen_name" : "rivets_and_rye",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "865718712536883200",
            "id" : "865718712536883200"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "0",
      "id_str" : "1492080692090855425",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1492080692090855425",
      "created_at" : "Fri Feb 11 10:18:53 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @rivets_and_rye: There are two kinds of people: those who keep the spare screws, and those who knock on our doors later.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1491395024671764480"
          ],
          "editableUntil" : "2022-02-09T13:24:17.318Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "13",
      "id_str" : "1491395024671764480",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1491395024671764480",
      "created_at" : "Wed Feb 09 12:54:17 +0000 2022",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby is 91 and walks to the lock every morning to tell me what I am doing wrong. I would miss it terribly. I have not told her, she would put her prices up.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1490781604076658690"
          ],
          "editableUntil" : "2022-02-07T20:46:46.451Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "1",
      "id_str" : "1490781604076658690",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1490781604076658690",
      "created_at" : "Mon Feb 07 20:16:46 +0000 2022",
      "favorited" : false,
      "full_text" : "Mended a long-case clock for Mrs. Hathersby, who paid me in marmalade and then corrected my labelling of the marmalade.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1489878844807180289"
          ],
          "editableUntil" : "2022-02-05T08:59:31.869Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "1",
      "id_str" : "1489878844807180289",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1489878844807180289",
      "created_at" : "Sat Feb 05 08:29:31 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket spent the storm inside the bass drum. The band has been informed. The band has asked whether he is free on Wednesdays.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1676213358361980929"
          ],
          "editableUntil" : "2023-07-04T13:56:21.828Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "23",
      "id_str" : "1676213358361980929",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1676213358361980929",
      "created_at" : "Tue Jul 04 12:56:21 +0000 2023",
      "favorited" : false,
      "full_text" : "The newt has been asked to leave the rain gauge. The newt has asked to see the by-laws.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1675593767553957890"
          ],
          "editableUntil" : "2023-07-02T20:54:19.868Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RainGauge",
            "indices" : [
              "44",
              "54"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "54"
      ],
      "favorite_count" : "21",
      "id_str" : "1675593767553957890",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1675593767553957890",
      "created_at" : "Sun Jul 02 19:54:19 +0000 2023",
      "favorited" : false,
      "full_text" : "Wet July. Rain gauge: 22.6 mm &amp; a newt. #RainGauge",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1672736383619776513"
          ],
          "editableUntil" : "2023-06-24T23:40:06.451Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "157"
      ],
      "favorite_count" : "6",
      "id_str" : "1672736383619776513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1672736383619776513",
      "created_at" : "Sat Jun 24 22:40:06 +0000 2023",
      "favorited" : false,
      "full_text" : "Midsummer bonfire tonight on the wharf. The band played, the fire played, and I couldn't tell you which of us was more in tune but the fire got the applause.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1671776643713634306"
          ],
          "editableUntil" : "2023-06-22T08:06:26.626Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "23",
      "id_str" : "1671776643713634306",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1671776643713634306",
      "created_at" : "Thu Jun 22 07:06:26 +0000 2023",
      "favorited" : false,
      "full_text" : "Eliza's watch keeps time to ten minutes a day. After two hundred and sixty years, in this economy. I've got spoons that are less reliable.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1671260369362837506"
          ],
          "editableUntil" : "2023-06-20T21:54:57.229Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "21",
      "id_str" : "1671260369362837506",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1671260369362837506",
      "created_at" : "Tue Jun 20 20:54:57 +0000 2023",
      "favorited" : false,
      "full_text" : "A verge watch from 1760 came across my bench today, made by a woman: \"Eliza, at ye Signe of the Duck.\" I've moved my lamp closer. I'd like to have met her.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1670471151815471104"
          ],
          "editableUntil" : "2023-06-18T17:38:53.102Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "24",
      "id_str" : "1670471151815471104",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1670471151815471104",
      "created_at" : "Sun Jun 18 16:38:53 +0000 2023",
      "favorited" : false,
      "full_text" : "Whoever left a jar of honey on the balance beam \"from the radio people\": it's the best I ever tasted. It's got a slight hum.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1669277107673919490"
          ],
          "editableUntil" : "2023-06-15T10:34:10.795Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/ZMDDIO3pn5",
            "expanded_url" : "https://example.org/lock9/hi-vis",
            "display_url" : "example.org/lock9/hi-vis",
            "indices" : [
              "91",
              "114"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "24",
      "in_reply_to_status_id_str" : "1669264690275631106",
      "id_str" : "1669277107673919490",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "15",
      "id" : "1669277107673919490",
      "in_reply_to_status_id" : "1669264690275631106",
      "possibly_sensitive" : false,
      "created_at" : "Thu Jun 15 09:34:10 +0000 2023",
      "favorited" : false,
      "full_text" : "It was a small hi-vis vest. He won't wear it. It's now on the pig, who will wear anything. https://t.co/ZMDDIO3pn5",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1669264690275631106"
          ],
          "editableUntil" : "2023-06-15T09:44:50.256Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "77"
      ],
      "favorite_count" : "30",
      "in_reply_to_status_id_str" : "1669186427514306561",
      "id_str" : "1669264690275631106",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "14",
      "id" : "1669264690275631106",
      "in_reply_to_status_id" : "1669186427514306561",
      "created_at" : "Thu Jun 15 08:44:50 +0000 2023",
      "favorited" : false,
      "full_text" : "@nell_postround There's a parcel here for \"The Manager, Heron.\" Shall I sign?",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1668522175384010752"
          ],
          "editableUntil" : "2023-06-13T08:34:20.911Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "17",
      "id_str" : "1668522175384010752",
      "truncated" : false,
      "retweet_count" : "14",
      "id" : "1668522175384010752",
      "created_at" : "Tue Jun 13 07:34:20 +0000 2023",
      "favorited" : false,
      "full_text" : "Hot night. Slept in the hammock over the lock side, with a pig below and a cat above, like the filling in something.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1667927411321516033"
          ],
          "editableUntil" : "2023-06-11T17:10:58.108Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "112",
      "id_str" : "1667927411321516033",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1667927411321516033",
      "created_at" : "Sun Jun 11 16:10:58 +0000 2023",
      "favorited" : false,
      "full_text" : "Pike gone. I'm not asking. Scone paid, with jam.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1667236772543995906"
          ],
          "editableUntil" : "2023-06-09T19:26:36.992Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "77",
      "id_str" : "1667236772543995906",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1667236772543995906",
      "created_at" : "Fri Jun 09 18:26:36 +0000 2023",
      "favorited" : false,
      "full_text" : "The Inspector has been standing over that pike for two days now. Say what you like about him, he takes a commission seriously.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1666777602299785218"
          ],
          "editableUntil" : "2023-06-08T13:02:02.275Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "33",
      "id_str" : "1666777602299785218",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1666777602299785218",
      "created_at" : "Thu Jun 08 12:02:02 +0000 2023",
      "favorited" : false,
      "full_text" : "The pike's back under the bridge. Ducklings: ten. I've spoken to the Inspector. I've said there might be a scone in it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1665394630237822978"
          ],
          "editableUntil" : "2023-06-04T17:26:36.041Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "1",
      "id_str" : "1665394630237822978",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1665394630237822978",
      "created_at" : "Sun Jun 04 16:26:36 +0000 2023",
      "favorited" : false,
      "full_text" : "Boats through on Saturday: 37.\nBoats through sideways: 2.\nBoats through backwards, on purpose, to win a bet, with the vicar on board: 1.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1666130095033171968"
          ],
          "editableUntil" : "2023-06-06T18:09:04.513Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "66"
      ],
      "favorite_count" : "0",
      "id_str" : "1666130095033171968",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1666130095033171968",
      "created_at" : "Tue Jun 06 17:09:04 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: The vicar wishes it to be known that he lost.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1664512521429012480"
          ],
          "editableUntil" : "2023-06-02T07:01:24.912Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "12",
      "id_str" : "1664512521429012480",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1664512521429012480",
      "created_at" : "Fri Jun 02 06:01:24 +0000 2023",
      "favorited" : false,
      "full_text" : "My dream is a canal in June with the gates shut, the kettle just gone quiet, and nothing owed to anybody before six o'clock.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1663033089333215232"
          ],
          "editableUntil" : "2023-05-29T05:02:40.814Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/LAIktvHxye",
            "expanded_url" : "https://example.org/lock9/nineteen-clocks",
            "display_url" : "example.org/lock9/ninetee…",
            "indices" : [
              "120",
              "143"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "113",
      "id_str" : "1663033089333215232",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1663033089333215232",
      "possibly_sensitive" : false,
      "created_at" : "Mon May 29 04:02:40 +0000 2023",
      "favorited" : false,
      "full_text" : "Four in the morning, awake, listening to nineteen clocks not agree. You'd think it'd be maddening. It's more like rain. https://t.co/LAIktvHxye",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1662444093363699713"
          ],
          "editableUntil" : "2023-05-27T14:02:13.232Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "82"
      ],
      "favorite_count" : "35",
      "id_str" : "1662444093363699713",
      "truncated" : false,
      "retweet_count" : "22",
      "id" : "1662444093363699713",
      "created_at" : "Sat May 27 13:02:13 +0000 2023",
      "favorited" : false,
      "full_text" : "Someone's asked me what I'd do with a million pounds. New lower gates, then lunch.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1661827118239010816"
          ],
          "editableUntil" : "2023-05-25T21:10:34.899Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "162"
      ],
      "favorite_count" : "31",
      "id_str" : "1661827118239010816",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1661827118239010816",
      "created_at" : "Thu May 25 20:10:34 +0000 2023",
      "favorited" : false,
      "full_text" : "A grand old steam launch came through tonight, brass and hissing, with a man at the tiller who looked as if he'd been ironed. Clause Nine sat down out of respect.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1660933577329864706"
          ],
          "editableUntil" : "2023-05-23T09:59:58.146Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "31",
      "id_str" : "1660933577329864706",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1660933577329864706",
      "created_at" : "Tue May 23 08:59:58 +0000 2023",
      "favorited" : false,
      "full_text" : "Clause Nine is now the size of a suitcase, and about as easy to get past in a corridor.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1660198447305220098"
          ],
          "editableUntil" : "2023-05-21T09:18:49.490Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rivets & Rye",
            "screen_name" : "rivets_and_rye",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "865718712536883200",
            "id" : "865718712536883200"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "102"
      ],
      "favorite_count" : "9",
      "in_reply_to_status_id_str" : "1660196939399151618",
      "id_str" : "1660198447305220098",
      "in_reply_to_user_id" : "865718712536883200",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1660198447305220098",
      "in_reply_to_status_id" : "1660196939399151618",
      "created_at" : "Sun May 21 08:18:49 +0000 2023",
      "favorited" : false,
      "full_text" : "@rivets_and_rye The bees have been rehoused. The radio's fine, only a bit sweet in the upper register.",
      "lang" : "en",
      "in_reply_to_screen_name" : "rivets_and_rye",
      "in_reply_to_user_id_str" : "865718712536883200"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1659980465295884288"
          ],
          "editableUntil" : "2023-05-20T18:52:38.529Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "139",
              "150"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "150"
      ],
      "favorite_count" : "1",
      "id_str" : "1659980465295884288",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1659980465295884288",
      "created_at" : "Sat May 20 17:52:38 +0000 2023",
      "favorited" : false,
      "full_text" : "A radio came in to the repair café today \"full of bees.\" I've learned to take people at their word. We all went and stood in the car park. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1658746219398672386"
          ],
          "editableUntil" : "2023-05-17T09:08:11.376Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "36"
      ],
      "favorite_count" : "55",
      "id_str" : "1658746219398672386",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1658746219398672386",
      "created_at" : "Wed May 17 08:08:11 +0000 2023",
      "favorited" : false,
      "full_text" : "Ducklings: eleven. I don't trust it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1657996912807460866"
          ],
          "editableUntil" : "2023-05-15T07:30:42.763Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "82"
      ],
      "favorite_count" : "102",
      "id_str" : "1657996912807460866",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1657996912807460866",
      "created_at" : "Mon May 15 06:30:42 +0000 2023",
      "favorited" : false,
      "full_text" : "Hawthorn's out all along the flight. It smells like a wedding in the next village.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1656744320028745730"
          ],
          "editableUntil" : "2023-05-11T20:33:21.372Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "275"
      ],
      "favorite_count" : "106",
      "id_str" : "1656744320028745730",
      "truncated" : false,
      "retweet_count" : "16",
      "id" : "1656744320028745730",
      "created_at" : "Thu May 11 19:33:21 +0000 2023",
      "favorited" : false,
      "full_text" : "A short guide to boats at Lock 9, for new crews.\n\n1. The water is not in a hurry. Nor am I.\n2. If you can hear shouting, it's coming from a boat that is going too fast.\n3. Keep forward of the cill. The cill is the stone step that you can't see. That's the whole trouble with…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1657487730644017152"
          ],
          "editableUntil" : "2023-05-13T21:47:24.275Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "33",
      "in_reply_to_status_id_str" : "1656744320028745730",
      "id_str" : "1657487730644017152",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1657487730644017152",
      "in_reply_to_status_id" : "1656744320028745730",
      "created_at" : "Sat May 13 20:47:24 +0000 2023",
      "favorited" : false,
      "full_text" : "Several people have written to ask about number 7. Try it. You'll feel a fool, and then you will feel the gate move.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1655996918988853250"
          ],
          "editableUntil" : "2023-05-09T19:03:27.078Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "47",
      "id_str" : "1655996918988853250",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1655996918988853250",
      "created_at" : "Tue May 09 18:03:27 +0000 2023",
      "favorited" : false,
      "full_text" : "The magnet on a rope: today's catch is two windlasses, a horseshoe, a bicycle bell and one medal for swimming. He must've been so cross.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1655486849838637058"
          ],
          "editableUntil" : "2023-05-08T09:16:37.116Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "131"
      ],
      "favorite_count" : "72",
      "id_str" : "1655486849838637058",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1655486849838637058",
      "created_at" : "Mon May 08 08:16:37 +0000 2023",
      "favorited" : false,
      "full_text" : "If you drop your windlass in my lock there are four things that I'm going to say, and I'll have said three of them before it lands.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1655471838632681473"
          ],
          "editableUntil" : "2023-05-08T08:16:58.166Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "89"
      ],
      "favorite_count" : "36",
      "id_str" : "1655471838632681473",
      "truncated" : false,
      "retweet_count" : "15",
      "id" : "1655471838632681473",
      "created_at" : "Mon May 08 07:16:58 +0000 2023",
      "favorited" : false,
      "full_text" : "A hire crew asked for \"the wifi.\" I gave them the windlass. They've had a marvellous day.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1653671498353078274"
          ],
          "editableUntil" : "2023-05-03T09:03:03.595Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "122"
      ],
      "favorite_count" : "19",
      "id_str" : "1653671498353078274",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1653671498353078274",
      "created_at" : "Wed May 03 08:03:03 +0000 2023",
      "favorited" : false,
      "full_text" : "Band contest: we came ninth out of nine, but the adjudicator wrote \"the third horn was audible,\" and I'm having it framed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1651342999388553218"
          ],
          "editableUntil" : "2023-04-26T22:50:26.180Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "79"
      ],
      "favorite_count" : "4",
      "id_str" : "1651342999388553218",
      "truncated" : false,
      "retweet_count" : "19",
      "id" : "1651342999388553218",
      "created_at" : "Wed Apr 26 21:50:26 +0000 2023",
      "favorited" : false,
      "full_text" : "Contest season. We've chosen our test piece. Or it's chosen us, as a hawk does.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1650145077827174400"
          ],
          "editableUntil" : "2023-04-23T15:30:19.423Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "19",
      "id_str" : "1650145077827174400",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1650145077827174400",
      "created_at" : "Sun Apr 23 14:30:19 +0000 2023",
      "favorited" : false,
      "full_text" : "It's raining on the bluebells. I went out and stood in it, for the smell, until a walker asked if I was in difficulty. Not any more, I said.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1648586518064635905"
          ],
          "editableUntil" : "2023-04-19T08:17:09.819Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "0",
      "id_str" : "1648586518064635905",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1648586518064635905",
      "created_at" : "Wed Apr 19 07:17:09 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @oda_kneads_on: My neighbour says bread is \"just flour and water.\" So is wallpaper paste, Roger. It's about intent.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1647148595076657154"
          ],
          "editableUntil" : "2023-04-15T09:03:22.264Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "28",
      "in_reply_to_status_id_str" : "1647079389304549376",
      "id_str" : "1647148595076657154",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1647148595076657154",
      "in_reply_to_status_id" : "1647079389304549376",
      "created_at" : "Sat Apr 15 08:03:22 +0000 2023",
      "favorited" : false,
      "full_text" : "@towpath_tamsin He's called Biscuit and he fell in because he was looking at himself. I've had skippers do the same.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1700126028637220864"
          ],
          "editableUntil" : "2023-09-08T13:36:46.698Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "44",
      "id_str" : "1700126028637220864",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1700126028637220864",
      "created_at" : "Fri Sep 08 12:36:46 +0000 2023",
      "favorited" : false,
      "full_text" : "The estimate for the Old Liar has gone up again. The treasurer read it out in the voice of a man lowering a coffin.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1699369933274615810"
          ],
          "editableUntil" : "2023-09-06T11:32:19.516Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "109"
      ],
      "favorite_count" : "18",
      "id_str" : "1699369933274615810",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1699369933274615810",
      "created_at" : "Wed Sep 06 10:32:19 +0000 2023",
      "favorited" : false,
      "full_text" : "Second horn, week five: I've found the handrails. There aren't any, but if you shut your eyes you can't tell.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1698249967422992384"
          ],
          "editableUntil" : "2023-09-03T09:21:58.849Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "80"
      ],
      "favorite_count" : "1",
      "id_str" : "1698249967422992384",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1698249967422992384",
      "created_at" : "Sun Sep 03 08:21:58 +0000 2023",
      "favorited" : false,
      "full_text" : "Two years here. I meant to write about clocks, and what you've had is livestock.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1696484884491595776"
          ],
          "editableUntil" : "2023-08-29T12:28:10.284Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "21",
      "id_str" : "1696484884491595776",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1696484884491595776",
      "created_at" : "Tue Aug 29 11:28:10 +0000 2023",
      "favorited" : false,
      "full_text" : "Blackberries, a long loaf, a hard cheese, feet in the top pound. If anyone wants me then I'm closed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1695696602439430144"
          ],
          "editableUntil" : "2023-08-27T08:15:49.197Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "2",
      "id_str" : "1695696602439430144",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1695696602439430144",
      "created_at" : "Sun Aug 27 07:15:49 +0000 2023",
      "favorited" : false,
      "full_text" : "Plums again. The jam set this time. I gave the seventh jar to Hope, who's the new curate, so that's all tidied up.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1694989130790854658"
          ],
          "editableUntil" : "2023-08-25T09:24:34.812Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "39",
      "in_reply_to_status_id_str" : "1694252843677020160",
      "id_str" : "1694989130790854658",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1694989130790854658",
      "in_reply_to_status_id" : "1694252843677020160",
      "created_at" : "Fri Aug 25 08:24:34 +0000 2023",
      "favorited" : false,
      "full_text" : "It was 1989! They've come back for it! They were holding hands over my lock, shouting at each other about whose fault it was, and they were so happy.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1694252843677020160"
          ],
          "editableUntil" : "2023-08-23T08:38:50.285Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "175"
      ],
      "favorite_count" : "18",
      "id_str" : "1694252843677020160",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1694252843677020160",
      "created_at" : "Wed Aug 23 07:38:50 +0000 2023",
      "favorited" : false,
      "full_text" : "Found: one wedding ring, at the bottom of the lock, with the magnet. It isn't magnetic. It was round the handle of a windlass. I've so many questions and I've put up a notice.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1693328723992477697"
          ],
          "editableUntil" : "2023-08-20T19:26:42.983Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "25",
      "id_str" : "1693328723992477697",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1693328723992477697",
      "created_at" : "Sun Aug 20 18:26:42 +0000 2023",
      "favorited" : false,
      "full_text" : "I gave H.M.S. MUM a full lock to herself, both gates, all the honours. Her captain's six and she saluted.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1692419242154000384"
          ],
          "editableUntil" : "2023-08-18T07:12:45.615Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "48",
      "id_str" : "1692419242154000384",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1692419242154000384",
      "created_at" : "Fri Aug 18 06:12:45 +0000 2023",
      "favorited" : false,
      "full_text" : "Boat names: Narrow Escape (has been through five times), Unsinkable II, The Other Woman, &amp; a tiny plastic canoe labelled H.M.S. MUM.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1708168591244189698"
          ],
          "editableUntil" : "2023-09-30T18:15:03.047Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "146"
      ],
      "favorite_count" : "8",
      "id_str" : "1708168591244189698",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1708168591244189698",
      "created_at" : "Sat Sep 30 17:15:03 +0000 2023",
      "favorited" : false,
      "full_text" : "Repair café. Everyone wanted to hear about the thirty-one. A man who's lived here all his life told me he counted, shrugged and put the kettle on.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1706365989735284736"
          ],
          "editableUntil" : "2023-09-25T18:52:09.356Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "1706356402378493952",
      "id_str" : "1706365989735284736",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1706365989735284736",
      "in_reply_to_status_id" : "1706356402378493952",
      "created_at" : "Mon Sep 25 17:52:09 +0000 2023",
      "favorited" : false,
      "full_text" : "Nobody's hurt. It struck thirty-one. Two people thought it was the end of the world, and one of them came to the lock to return a windlass.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1705499497597489154"
          ],
          "editableUntil" : "2023-09-23T09:29:01.532Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "102"
      ],
      "favorite_count" : "33",
      "in_reply_to_status_id_str" : "1705444132286246914",
      "id_str" : "1705499497597489154",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1705499497597489154",
      "in_reply_to_status_id" : "1705444132286246914",
      "created_at" : "Sat Sep 23 08:29:01 +0000 2023",
      "favorited" : false,
      "full_text" : "@escapement_ed Bring the long ladder, the short ladder, a flask, and do NOT let Dunstan wind anything.",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1706356402378493952"
          ],
          "editableUntil" : "2023-09-25T18:14:03.552Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "24"
      ],
      "favorite_count" : "124",
      "id_str" : "1706356402378493952",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1706356402378493952",
      "created_at" : "Mon Sep 25 17:14:03 +0000 2023",
      "favorited" : false,
      "full_text" : "Dunstan wound something.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1705159561015545857"
          ],
          "editableUntil" : "2023-09-22T10:58:14.335Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "29"
      ],
      "favorite_count" : "38",
      "in_reply_to_status_id_str" : "1705100421087510528",
      "id_str" : "1705159561015545857",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1705159561015545857",
      "in_reply_to_status_id" : "1705100421087510528",
      "created_at" : "Fri Sep 22 09:58:14 +0000 2023",
      "favorited" : false,
      "full_text" : "@escapement_ed Bigger ladder.",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1704923474157408257"
          ],
          "editableUntil" : "2023-09-21T19:20:06.842Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "38",
      "id_str" : "1704923474157408257",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1704923474157408257",
      "created_at" : "Thu Sep 21 18:20:06 +0000 2023",
      "favorited" : false,
      "full_text" : "Day 4 inside the clock. The great wheel's as good as the day it was cut. \"1842,\" it says, \"&amp; God help the next man.\" I'm neither, I told it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1703760349051314176"
          ],
          "editableUntil" : "2023-09-18T14:18:16.207Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "31",
      "id_str" : "1703760349051314176",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1703760349051314176",
      "created_at" : "Mon Sep 18 13:18:16 +0000 2023",
      "favorited" : false,
      "full_text" : "Day 1 inside the clock. We've removed forty years of twigs &amp; a nest of love letters. Not the sexton's. Somebody else entirely. This village!",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1703044608977358848"
          ],
          "editableUntil" : "2023-09-16T14:54:10.475Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "146"
      ],
      "favorite_count" : "46",
      "id_str" : "1703044608977358848",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1703044608977358848",
      "created_at" : "Sat Sep 16 13:54:10 +0000 2023",
      "favorited" : false,
      "full_text" : "Dunstan has voted for it, one to nil. We start on Monday. I've laid out my brushes like a surgeon, or like someone who's nervous and owns brushes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1701949452503994370"
          ],
          "editableUntil" : "2023-09-13T14:22:24.825Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "122"
      ],
      "favorite_count" : "0",
      "id_str" : "1701949452503994370",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1701949452503994370",
      "created_at" : "Wed Sep 13 13:22:24 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @escapement_ed: I have been told I'm to help with a church clock. I've told the cuckoo. It's gone in and shut its door.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1701157720785506304"
          ],
          "editableUntil" : "2023-09-11T09:56:21.274Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "134"
      ],
      "favorite_count" : "3",
      "id_str" : "1701157720785506304",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1701157720785506304",
      "created_at" : "Mon Sep 11 08:56:21 +0000 2023",
      "favorited" : false,
      "full_text" : "I've offered to do the clock myself, for nothing but access, a lamp and biscuits. It's been referred to a sub-committee. It's Dunstan.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1804873087848181760"
          ],
          "editableUntil" : "2024-06-23T14:44:11.720Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "39",
      "id_str" : "1804873087848181760",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1804873087848181760",
      "created_at" : "Sun Jun 23 13:44:11 +0000 2024",
      "favorited" : false,
      "full_text" : "Juno hat heute Ostfriesentee gelernt: erst der Kandis, dann der Tee, dann die Sahne, und nicht umrühren! Sie hat trotzdem gerührt. Sie ist jung.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1804039850194378753"
          ],
          "editableUntil" : "2024-06-21T07:33:12.382Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "133"
      ],
      "favorite_count" : "188",
      "id_str" : "1804039850194378753",
      "truncated" : false,
      "retweet_count" : "15",
      "id" : "1804039850194378753",
      "created_at" : "Fri Jun 21 06:33:12 +0000 2024",
      "favorited" : false,
      "full_text" : "Midsummer. I was up at four with the tea. One blackbird, one pig, one apprentice asleep on the flour sacks after \"just one more lad.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1803433770102038530"
          ],
          "editableUntil" : "2024-06-19T15:24:51.628Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "46",
      "id_str" : "1803433770102038530",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1803433770102038530",
      "created_at" : "Wed Jun 19 14:24:51 +0000 2024",
      "favorited" : false,
      "full_text" : "Juno's first verdict on the French marble clock: \"This lad's been through something.\" It's the salad dressing one. It never really got over it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1802737936771096578"
          ],
          "editableUntil" : "2024-06-17T17:19:52.034Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "39",
      "id_str" : "1802737936771096578",
      "truncated" : false,
      "retweet_count" : "14",
      "id" : "1802737936771096578",
      "created_at" : "Mon Jun 17 16:19:52 +0000 2024",
      "favorited" : false,
      "full_text" : "The new apprentice is called Juno, she's nineteen, she has purple hair and hands like a watchmaker. She calls the clocks \"lads.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1802068257481637888"
          ],
          "editableUntil" : "2024-06-15T20:58:48.049Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "204",
              "215"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "215"
      ],
      "favorite_count" : "24",
      "id_str" : "1802068257481637888",
      "truncated" : false,
      "retweet_count" : "13",
      "id" : "1802068257481637888",
      "created_at" : "Sat Jun 15 19:58:48 +0000 2024",
      "favorited" : false,
      "full_text" : "Repair café. A teenager asked me if I could mend her phone. I said I could try, but that I'd have to start from the Bronze Age. She's fixed it herself, at my bench, with my good tweezers. I've hired her. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1801172007331041281"
          ],
          "editableUntil" : "2024-06-13T09:37:25.362Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "46"
      ],
      "favorite_count" : "77",
      "in_reply_to_status_id_str" : "1801170245237837826",
      "id_str" : "1801172007331041281",
      "in_reply_to_user_id" : "954216849612197889",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1801172007331041281",
      "in_reply_to_status_id" : "1801170245237837826",
      "created_at" : "Thu Jun 13 08:37:25 +0000 2024",
      "favorited" : false,
      "full_text" : "@oda_kneads_on Roger? The WALLPAPER PASTE man?",
      "lang" : "en",
      "in_reply_to_screen_name" : "oda_kneads_on",
      "in_reply_to_user_id_str" : "954216849612197889"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1800437472632549376"
          ],
          "editableUntil" : "2024-06-11T08:58:38.643Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1800358198582300672",
      "id_str" : "1800437472632549376",
      "in_reply_to_user_id" : "954216849612197889",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1800437472632549376",
      "in_reply_to_status_id" : "1800358198582300672",
      "created_at" : "Tue Jun 11 07:58:38 +0000 2024",
      "favorited" : false,
      "full_text" : "@oda_kneads_on Your rye's too wet because you're in love. I've seen it before. Cut the water by a tenth and tell us his name.",
      "lang" : "en",
      "in_reply_to_screen_name" : "oda_kneads_on",
      "in_reply_to_user_id_str" : "954216849612197889"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1800035246838341633"
          ],
          "editableUntil" : "2024-06-10T06:20:20.540Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "146"
      ],
      "favorite_count" : "8",
      "id_str" : "1800035246838341633",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1800035246838341633",
      "created_at" : "Mon Jun 10 05:20:20 +0000 2024",
      "favorited" : false,
      "full_text" : "I like the lock best before anyone's touched it: flat as a plate, a bit of mist, one feather. Then the day comes along &amp; puts its elbow in it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1799130595166314498"
          ],
          "editableUntil" : "2024-06-07T18:25:34.774Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "158"
      ],
      "favorite_count" : "28",
      "id_str" : "1799130595166314498",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1799130595166314498",
      "created_at" : "Fri Jun 07 17:25:34 +0000 2024",
      "favorited" : false,
      "full_text" : "A honeymoon couple came through, both reading the instruction book, out loud, to each other, in the voice that you'd use for poetry. I've high hopes for them.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1798461244700037121"
          ],
          "editableUntil" : "2024-06-05T22:05:49.187Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "165"
      ],
      "favorite_count" : "52",
      "id_str" : "1798461244700037121",
      "truncated" : false,
      "retweet_count" : "19",
      "id" : "1798461244700037121",
      "created_at" : "Wed Jun 05 21:05:49 +0000 2024",
      "favorited" : false,
      "full_text" : "Tonight the swifts are screaming round the church tower, and the Old Liar struck nine at four minutes to, and nobody looked up. We all just knew what time it wasn't.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1797550776378953730"
          ],
          "editableUntil" : "2024-06-03T09:47:56.624Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "49",
      "id_str" : "1797550776378953730",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1797550776378953730",
      "created_at" : "Mon Jun 03 08:47:56 +0000 2024",
      "favorited" : false,
      "full_text" : "June traffic. I've shut the same gate so many times today that we're on first-name terms. She's called Prudence. She sticks.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1795717589853188096"
          ],
          "editableUntil" : "2024-05-29T08:23:30.897Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "8"
      ],
      "favorite_count" : "53",
      "id_str" : "1795717589853188096",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1795717589853188096",
      "created_at" : "Wed May 29 07:23:30 +0000 2024",
      "favorited" : false,
      "full_text" : "Kevin. 🙄",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1794987661582319618"
          ],
          "editableUntil" : "2024-05-27T08:03:02.436Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "59",
      "id_str" : "1794987661582319618",
      "truncated" : false,
      "retweet_count" : "19",
      "id" : "1794987661582319618",
      "created_at" : "Mon May 27 07:03:02 +0000 2024",
      "favorited" : false,
      "full_text" : "All three have been recovered. I was the most out of breath, and the pig was the most sorry.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1463846639209000961"
          ],
          "editableUntil" : "2021-11-25T12:56:50.399Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "153"
      ],
      "favorite_count" : "0",
      "id_str" : "1463846639209000961",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1463846639209000961",
      "created_at" : "Thu Nov 25 12:26:50 +0000 2021",
      "favorited" : false,
      "full_text" : "My grandmother came from East Frisia and believed that tea cures everything except bad manners, which must be treated with a longer silence and more tea.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1463159705678827521"
          ],
          "editableUntil" : "2021-11-23T15:27:12.683Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "68"
      ],
      "favorite_count" : "0",
      "id_str" : "1463159705678827521",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1463159705678827521",
      "created_at" : "Tue Nov 23 14:57:12 +0000 2021",
      "favorited" : false,
      "full_text" : "RT @oda_kneads_on: A dough does not know it is Monday. Be the dough.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1462673451505762306"
          ],
          "editableUntil" : "2021-11-22T07:15:00.654Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "0",
      "id_str" : "1462673451505762306",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1462673451505762306",
      "created_at" : "Mon Nov 22 06:45:00 +0000 2021",
      "favorited" : false,
      "full_text" : "Fog so thick this morning that a boat asked me for directions along a canal. There is only one direction. I pointed anyway, it felt kind.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1461969564813963264"
          ],
          "editableUntil" : "2021-11-20T08:38:00.989Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "11"
      ],
      "favorite_count" : "1",
      "id_str" : "1461969564813963264",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1461969564813963264",
      "created_at" : "Sat Nov 20 08:08:00 +0000 2021",
      "favorited" : false,
      "full_text" : "Splendid. 🦆",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1461095740506464258"
          ],
          "editableUntil" : "2021-11-17T22:45:45.039Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "88"
      ],
      "favorite_count" : "2",
      "id_str" : "1461095740506464258",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1461095740506464258",
      "created_at" : "Wed Nov 17 22:15:45 +0000 2021",
      "favorited" : false,
      "full_text" : "Our conductor asked for \"more shape, less volume.\" I gave him a sort of quiet trapezium.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1460530996224008192"
          ],
          "editableUntil" : "2021-11-16T09:21:39.510Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "112"
      ],
      "favorite_count" : "12",
      "id_str" : "1460530996224008192",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1460530996224008192",
      "created_at" : "Tue Nov 16 08:51:39 +0000 2021",
      "favorited" : false,
      "full_text" : "Band practice. I play third tenor horn, a part written by people who wanted somebody sitting there just in case.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1459495717920591873"
          ],
          "editableUntil" : "2021-11-13T12:47:49.928Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1459484591157932034",
      "id_str" : "1459495717920591873",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1459495717920591873",
      "in_reply_to_status_id" : "1459484591157932034",
      "created_at" : "Sat Nov 13 12:17:49 +0000 2021",
      "favorited" : false,
      "full_text" : "The eel has been relocated upstream. It looked at me the way my old headmistress did, more disappointed than wet.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1459484591157932034"
          ],
          "editableUntil" : "2021-11-13T12:03:37.101Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "1",
      "id_str" : "1459484591157932034",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1459484591157932034",
      "created_at" : "Sat Nov 13 11:33:37 +0000 2021",
      "favorited" : false,
      "full_text" : "Things found in the drained lock today:\n- 1 anchor\n- 7 windlasses, all of them \"definitely on the roof\"\n- a trombone slide\n- a very calm eel",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1458772499777986560"
          ],
          "editableUntil" : "2021-11-11T12:54:01.286Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "160"
      ],
      "favorite_count" : "3",
      "id_str" : "1458772499777986560",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1458772499777986560",
      "created_at" : "Thu Nov 11 12:24:01 +0000 2021",
      "favorited" : false,
      "full_text" : "Stoppage season. They drain the cut to mend the gates, and for two weeks I can see everything the public has ever dropped. It is mostly spectacles and ambition.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1458160187769516033"
          ],
          "editableUntil" : "2021-11-09T20:20:54.727Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "11"
      ],
      "favorite_count" : "2",
      "id_str" : "1458160187769516033",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1458160187769516033",
      "created_at" : "Tue Nov 09 19:50:54 +0000 2021",
      "favorited" : false,
      "full_text" : "Gasket, no.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1457619474457989120"
          ],
          "editableUntil" : "2021-11-08T08:32:18.628Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "11",
      "id_str" : "1457619474457989120",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1457619474457989120",
      "created_at" : "Mon Nov 08 08:02:18 +0000 2021",
      "favorited" : false,
      "full_text" : "Cat has been named Gasket: small, round, orange, and stops the draught when wedged under a door.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1456904995216728064"
          ],
          "editableUntil" : "2021-11-06T09:13:13.502Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1456821946779209728",
      "id_str" : "1456904995216728064",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1456904995216728064",
      "in_reply_to_status_id" : "1456821946779209728",
      "created_at" : "Sat Nov 06 08:43:13 +0000 2021",
      "favorited" : false,
      "full_text" : "@towpath_tamsin No collar, no chip, no shame. I have put up a notice. So far the only reply is from a man who has lost a bicycle.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1456241116022771713"
          ],
          "editableUntil" : "2021-11-04T13:15:12.368Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "99"
      ],
      "favorite_count" : "1",
      "id_str" : "1456241116022771713",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1456241116022771713",
      "created_at" : "Thu Nov 04 12:45:12 +0000 2021",
      "favorited" : false,
      "full_text" : "The cat is still here. I have explained the situation to it. It yawned at the part about ownership.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1630115190414856194"
          ],
          "editableUntil" : "2023-02-27T08:58:42.127Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "141"
      ],
      "favorite_count" : "14",
      "id_str" : "1630115190414856194",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1630115190414856194",
      "created_at" : "Mon Feb 27 07:58:42 +0000 2023",
      "favorited" : false,
      "full_text" : "The pig letter's been \"passed to the relevant department.\" Somewhere there's a relevant department of pigs, and I'd have liked to work in it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1629795745844736001"
          ],
          "editableUntil" : "2023-02-26T11:49:20.607Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "BoatNames",
            "indices" : [
              "81",
              "91"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "91"
      ],
      "favorite_count" : "80",
      "id_str" : "1629795745844736001",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1629795745844736001",
      "created_at" : "Sun Feb 26 10:49:20 +0000 2023",
      "favorited" : false,
      "full_text" : "Boat names: Home Sweet Foam, Sir Osis, Mother's Ruin &amp; Sons, The Slow Reply. #BoatNames",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1629562524342255617"
          ],
          "editableUntil" : "2023-02-25T20:22:36.267Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "112"
      ],
      "favorite_count" : "28",
      "id_str" : "1629562524342255617",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1629562524342255617",
      "created_at" : "Sat Feb 25 19:22:36 +0000 2023",
      "favorited" : false,
      "full_text" : "I've been teaching Gasket to come to the bell. What I've got is a cat who rings the bell and a keeper who comes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "edit" : {
          "initialTweetId" : "1629533661299601408",
          "editControlInitial" : {
            "editTweetIds" : [
              "1629533661299601408",
              "1629535468982906880"
            ],
            "editableUntil" : "2023-02-25T18:27:54.000Z",
            "editsRemaining" : "4",
            "isEditEligible" : true
          }
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "10",
      "id_str" : "1629535468982906880",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1629535468982906880",
      "created_at" : "Sat Feb 25 17:35:05 +0000 2023",
      "favorited" : false,
      "full_text" : "Lost property, February: 1 glove (left), 1 glove (left), 1 glove (left). Either there's one very unlucky man out there, or a spider with expensive tastes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1629533661299601408",
            "1629535468982906880"
          ],
          "editableUntil" : "2023-02-25T18:27:54.000Z",
          "editsRemaining" : "4",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "151"
      ],
      "favorite_count" : "17",
      "id_str" : "1629533661299601408",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1629533661299601408",
      "created_at" : "Sat Feb 25 17:27:54 +0000 2023",
      "favorited" : false,
      "full_text" : "Lost property, February: 1 glove (left), 1 glove (left), 1 glove (left). Either there's a very unlucky man out there or a spider with expensive tastes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1628427647145140226"
          ],
          "editableUntil" : "2023-02-22T17:13:00.459Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "142"
      ],
      "favorite_count" : "40",
      "id_str" : "1628427647145140226",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1628427647145140226",
      "created_at" : "Wed Feb 22 16:13:00 +0000 2023",
      "favorited" : false,
      "full_text" : "A thaw has a smell: wet rope, coal smoke, something green that's thinking about it. I'd wear it as a scent but the heron would follow me home.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1627641464442507265"
          ],
          "editableUntil" : "2023-02-20T13:08:59.896Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "21"
      ],
      "favorite_count" : "23",
      "in_reply_to_status_id_str" : "1627614033376956417",
      "id_str" : "1627641464442507265",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1627641464442507265",
      "in_reply_to_status_id" : "1627614033376956417",
      "created_at" : "Mon Feb 20 12:08:59 +0000 2023",
      "favorited" : false,
      "full_text" : "@bargepole_bert Bert.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1627379583188533249"
          ],
          "editableUntil" : "2023-02-19T19:48:22.539Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "4",
      "id_str" : "1627379583188533249",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1627379583188533249",
      "created_at" : "Sun Feb 19 18:48:22 +0000 2023",
      "favorited" : false,
      "full_text" : "Snowdrops. On time, to the day, and they haven't got a committee.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1626956642779947009"
          ],
          "editableUntil" : "2023-02-18T15:47:45.688Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "99"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1626873342205165569",
      "id_str" : "1626956642779947009",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1626956642779947009",
      "in_reply_to_status_id" : "1626873342205165569",
      "created_at" : "Sat Feb 18 14:47:45 +0000 2023",
      "favorited" : false,
      "full_text" : "@bargepole_bert I see you've renamed the boat again. It's bad luck, Bert. Ask the last three names.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1626233298189230080"
          ],
          "editableUntil" : "2023-02-16T15:53:26.898Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "169"
      ],
      "favorite_count" : "25",
      "id_str" : "1626233298189230080",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1626233298189230080",
      "created_at" : "Thu Feb 16 14:53:26 +0000 2023",
      "favorited" : false,
      "full_text" : "The first boat of the year asked, \"Is it all right if we just go through ourselves?\" I said of course, and I stood behind the hut and watched with my hands over my eyes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1625933458245156865"
          ],
          "editableUntil" : "2023-02-15T20:01:59.485Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "94"
      ],
      "favorite_count" : "49",
      "id_str" : "1625933458245156865",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1625933458245156865",
      "created_at" : "Wed Feb 15 19:01:59 +0000 2023",
      "favorited" : false,
      "full_text" : "New on the bench: a chess clock. One side runs, one doesn't. The owner hasn't lost since 1998.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1625412076182884352"
          ],
          "editableUntil" : "2023-02-14T09:30:12.315Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "110"
      ],
      "favorite_count" : "24",
      "id_str" : "1625412076182884352",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1625412076182884352",
      "created_at" : "Tue Feb 14 08:30:12 +0000 2023",
      "favorited" : false,
      "full_text" : "Valentine's card on the mat, a heron drawn in biro, not signed. It's either very touching or a formal warning.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1623444063781834753"
          ],
          "editableUntil" : "2023-02-08T23:10:01.594Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "13",
      "id_str" : "1623444063781834753",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1623444063781834753",
      "created_at" : "Wed Feb 08 22:10:01 +0000 2023",
      "favorited" : false,
      "full_text" : "Tonight the conductor said, \"third horn, that was lovely.\" There was a silence. He had been looking at the radiator, which was ticking in thirds.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1622271448429834241"
          ],
          "editableUntil" : "2023-02-05T17:30:28.308Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "27"
      ],
      "favorite_count" : "42",
      "id_str" : "1622271448429834241",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1622271448429834241",
      "created_at" : "Sun Feb 05 16:30:28 +0000 2023",
      "favorited" : false,
      "full_text" : "No reply regarding the pig.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1619763479792173058"
          ],
          "editableUntil" : "2023-01-29T19:24:41.989Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "148"
      ],
      "favorite_count" : "0",
      "id_str" : "1619763479792173058",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1619763479792173058",
      "created_at" : "Sun Jan 29 18:24:41 +0000 2023",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby turned 92. I made the cake, she told me how it should've been made, and everyone agreed that it was just like her parties always are.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1619050223619387392"
          ],
          "editableUntil" : "2023-01-27T20:10:28.466Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/tqCv7uFzCh",
            "expanded_url" : "https://example.org/lock9/letter-pig",
            "display_url" : "example.org/lock9/letter-…",
            "indices" : [
              "31",
              "54"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "54"
      ],
      "favorite_count" : "18",
      "id_str" : "1619050223619387392",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1619050223619387392",
      "possibly_sensitive" : false,
      "created_at" : "Fri Jan 27 19:10:28 +0000 2023",
      "favorited" : false,
      "full_text" : "Letter sent regarding the pig: https://t.co/tqCv7uFzCh",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1618332997698179073"
          ],
          "editableUntil" : "2023-01-25T20:40:28.481Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "148"
      ],
      "favorite_count" : "3",
      "id_str" : "1618332997698179073",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1618332997698179073",
      "created_at" : "Wed Jan 25 19:40:28 +0000 2023",
      "favorited" : false,
      "full_text" : "Reading the 1794 Act for the making of this canal. It allows the keeper \"one pig, and the grass.\" I have been underpaid by one pig for eleven years.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1617607315441528833"
          ],
          "editableUntil" : "2023-01-23T20:36:52.348Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "35",
      "id_str" : "1617607315441528833",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1617607315441528833",
      "created_at" : "Mon Jan 23 19:36:52 +0000 2023",
      "favorited" : false,
      "full_text" : "The thimble was empty this morning. Gasket smells of tea. I'm not going to look into that either.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1616360040218959872"
          ],
          "editableUntil" : "2023-01-20T10:00:38.762Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "8",
      "id_str" : "1616360040218959872",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1616360040218959872",
      "created_at" : "Fri Jan 20 09:00:38 +0000 2023",
      "favorited" : false,
      "full_text" : "Somebody's painted a tiny blue door on the bottom of the alder tree. I won't be looking into it. I did leave a thimble of tea.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1615669534892830720"
          ],
          "editableUntil" : "2023-01-18T12:16:49.463Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "44",
      "id_str" : "1615669534892830720",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1615669534892830720",
      "created_at" : "Wed Jan 18 11:16:49 +0000 2023",
      "favorited" : false,
      "full_text" : "Bernard was left in the cold hut overnight and came back from the dead by lunchtime with a smell like an honest pub. You can't teach that.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1614875253605040128"
          ],
          "editableUntil" : "2023-01-16T07:40:38.047Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "85"
      ],
      "favorite_count" : "0",
      "id_str" : "1614875253605040128",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1614875253605040128",
      "created_at" : "Mon Jan 16 06:40:38 +0000 2023",
      "favorited" : false,
      "full_text" : "Rain gauge: 18.2 mm. Wind: rude.\nBoats: none.\nInspector: present, one leg, both eyes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1614210875819855873"
          ],
          "editableUntil" : "2023-01-14T11:40:38.040Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "7",
      "id_str" : "1614210875819855873",
      "truncated" : false,
      "retweet_count" : "13",
      "id" : "1614210875819855873",
      "created_at" : "Sat Jan 14 10:40:38 +0000 2023",
      "favorited" : false,
      "full_text" : "Jackdaws are good tenants. They've paid in twigs, three years in advance.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1613158826368512001"
          ],
          "editableUntil" : "2023-01-11T14:00:09.904Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "45",
      "in_reply_to_status_id_str" : "1612420888209588224",
      "id_str" : "1613158826368512001",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1613158826368512001",
      "in_reply_to_status_id" : "1612420888209588224",
      "created_at" : "Wed Jan 11 13:00:09 +0000 2023",
      "favorited" : false,
      "full_text" : "FAST IS KIND. I've been thinking about it for two days. Nobody ever missed a train because of that clock.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1612420888209588224"
          ],
          "editableUntil" : "2023-01-09T13:07:51.737Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/gHyiNMRODN",
            "expanded_url" : "https://example.org/lock9/fast-is-kind",
            "display_url" : "example.org/lock9/fast-is…",
            "indices" : [
              "143",
              "166"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "8",
      "id_str" : "1612420888209588224",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1612420888209588224",
      "possibly_sensitive" : false,
      "created_at" : "Mon Jan 09 12:07:51 +0000 2023",
      "favorited" : false,
      "full_text" : "First sight inside the Old Liar: four tons of Victorian confidence, a family of jackdaws, and a chalk mark on the wall that says FAST IS KIND. https://t.co/gHyiNMRODN",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1611611483350548480"
          ],
          "editableUntil" : "2023-01-07T07:31:34.581Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1611568198267572225",
      "id_str" : "1611611483350548480",
      "in_reply_to_user_id" : "947225783979073537",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1611611483350548480",
      "in_reply_to_status_id" : "1611568198267572225",
      "created_at" : "Sat Jan 07 06:31:34 +0000 2023",
      "favorited" : false,
      "full_text" : "@thrupple_parish You will find that the key is on the hook behind my door, labelled CLOCK, KEY OF. My door's the one with the cat in front of it.",
      "lang" : "en",
      "in_reply_to_screen_name" : "thrupple_parish",
      "in_reply_to_user_id_str" : "947225783979073537"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1610954705399513090"
          ],
          "editableUntil" : "2023-01-05T12:01:46.515Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "70",
      "id_str" : "1610954705399513090",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1610954705399513090",
      "created_at" : "Thu Jan 05 11:01:46 +0000 2023",
      "favorited" : false,
      "full_text" : "I have the key. I've had it since October. Nobody's asked, and the agenda doesn't have an item for \"where is it.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1610374864701423616"
          ],
          "editableUntil" : "2023-01-03T21:37:41.719Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "77"
      ],
      "favorite_count" : "15",
      "id_str" : "1610374864701423616",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1610374864701423616",
      "created_at" : "Tue Jan 03 20:37:41 +0000 2023",
      "favorited" : false,
      "full_text" : "The Clock Committee's first act of the year was to lose the key to the clock.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1609335048743387136"
          ],
          "editableUntil" : "2023-01-01T00:15:50.276Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "28",
      "id_str" : "1609335048743387136",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1609335048743387136",
      "created_at" : "Sat Dec 31 23:45:50 +0000 2022",
      "favorited" : false,
      "full_text" : "I've been asked to start the village countdown this year. I shall begin four minutes early, out of respect.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1608563121002618882"
          ],
          "editableUntil" : "2022-12-29T21:08:28.361Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "8",
      "id_str" : "1608563121002618882",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1608563121002618882",
      "created_at" : "Thu Dec 29 20:38:28 +0000 2022",
      "favorited" : false,
      "full_text" : "My dream is to hear the Old Liar strike twelve at twelve, just once, and then for somebody to put it back before anyone else has noticed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1607797189613461504"
          ],
          "editableUntil" : "2022-12-27T18:24:56.088Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "89"
      ],
      "favorite_count" : "43",
      "in_reply_to_status_id_str" : "1607759190304292866",
      "id_str" : "1607797189613461504",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1607797189613461504",
      "in_reply_to_status_id" : "1607759190304292866",
      "created_at" : "Tue Dec 27 17:54:56 +0000 2022",
      "favorited" : false,
      "full_text" : "@towpath_tamsin Don't explain it to me. I know what a skip distance is. Let me have this.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1606941656173305857"
          ],
          "editableUntil" : "2022-12-25T09:45:21.020Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "5",
      "id_str" : "1606941656173305857",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1606941656173305857",
      "created_at" : "Sun Dec 25 09:15:21 +0000 2022",
      "favorited" : false,
      "full_text" : "Christmas at Lock 9. One loaf, one cat, one goose egg from a grateful goose, and the wireless on low. She's picking up carols from somewhere that I'd swear is 1951. 🎄",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1605835772407885824"
          ],
          "editableUntil" : "2022-12-22T08:30:57.784Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "13"
      ],
      "favorite_count" : "20",
      "id_str" : "1605835772407885824",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1605835772407885824",
      "created_at" : "Thu Dec 22 08:00:57 +0000 2022",
      "favorited" : false,
      "full_text" : "Merry &amp;c.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1605199599158681601"
          ],
          "editableUntil" : "2022-12-20T14:23:02.262Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "88"
      ],
      "favorite_count" : "10",
      "id_str" : "1605199599158681601",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1605199599158681601",
      "created_at" : "Tue Dec 20 13:53:02 +0000 2022",
      "favorited" : false,
      "full_text" : "Ice is breaking. It sounds like somebody clearing away the plates in a very large house.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1604158468094533633"
          ],
          "editableUntil" : "2022-12-17T17:25:57.273Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "191",
              "202"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "202"
      ],
      "favorite_count" : "3",
      "id_str" : "1604158468094533633",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1604158468094533633",
      "created_at" : "Sat Dec 17 16:55:57 +0000 2022",
      "favorited" : false,
      "full_text" : "Repair café, Christmas special: a nativity set with a broken donkey. I've mended the donkey. One of the wise men was beyond help, but he can still stand at the back and look wise. Plenty do. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1603319057700839426"
          ],
          "editableUntil" : "2022-12-15T09:50:26.240Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "0",
      "id_str" : "1603319057700839426",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1603319057700839426",
      "created_at" : "Thu Dec 15 09:20:26 +0000 2022",
      "favorited" : false,
      "full_text" : "Everyone's pipes are frozen except mine, because mine come from a canal, and the canal has a word with them.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1602571688926998528"
          ],
          "editableUntil" : "2022-12-13T08:20:39.639Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "99"
      ],
      "favorite_count" : "0",
      "id_str" : "1602571688926998528",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1602571688926998528",
      "created_at" : "Tue Dec 13 07:50:39 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @narrowboat_gwil: The keeper at Lock 9 knows every verse of every song and not one of the tunes.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1601919749667463169"
          ],
          "editableUntil" : "2022-12-11T13:10:05.207Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "3",
      "id_str" : "1601919749667463169",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1601919749667463169",
      "created_at" : "Sun Dec 11 12:40:05 +0000 2022",
      "favorited" : false,
      "full_text" : "Boat frozen in beside me: Knot Working, and the irony's not lost on them. Four people, a dog, a melodeon. I took soup over. I stayed until one.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600763965910466562"
          ],
          "editableUntil" : "2022-12-08T08:37:24.886Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "42",
      "id_str" : "1600763965910466562",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1600763965910466562",
      "created_at" : "Thu Dec 08 08:07:24 +0000 2022",
      "favorited" : false,
      "full_text" : "Minus nine at dawn. I lit the forge stove, thawed a paddle, a padlock and the postwoman, in that order. She says the order has been noted.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600111394453426177"
          ],
          "editableUntil" : "2022-12-06T13:24:19.726Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "0",
      "id_str" : "1600111394453426177",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600111394453426177",
      "created_at" : "Tue Dec 06 12:54:19 +0000 2022",
      "favorited" : false,
      "full_text" : "Cold snap. There are tiny fans of ice on the inside of the hut window and I've decided they're wallpaper.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1728465960909586433"
          ],
          "editableUntil" : "2023-11-25T18:29:33.082Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "157"
      ],
      "favorite_count" : "29",
      "id_str" : "1728465960909586433",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1728465960909586433",
      "created_at" : "Sat Nov 25 17:29:33 +0000 2023",
      "favorited" : false,
      "full_text" : "Repair café: a clockwork train, a bread bin, a crutch. The crutch belonged to my old second horn. He's walking without it! He's still flat, but he's walking.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1726933940251299842"
          ],
          "editableUntil" : "2023-11-21T13:01:50.893Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "4"
      ],
      "favorite_count" : "18",
      "id_str" : "1726933940251299842",
      "truncated" : false,
      "retweet_count" : "16",
      "id" : "1726933940251299842",
      "created_at" : "Tue Nov 21 12:01:50 +0000 2023",
      "favorited" : false,
      "full_text" : "Tea.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1725441539838586880"
          ],
          "editableUntil" : "2023-11-17T10:11:34.908Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "158"
      ],
      "favorite_count" : "53",
      "in_reply_to_status_id_str" : "1725429777620373504",
      "id_str" : "1725441539838586880",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1725441539838586880",
      "in_reply_to_status_id" : "1725429777620373504",
      "created_at" : "Fri Nov 17 09:11:34 +0000 2023",
      "favorited" : false,
      "full_text" : "I've thought more about that letter than about most books. When the two levels are the same, the gate opens with one hand. Before that, ten men can't move it.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1725429777620373504"
          ],
          "editableUntil" : "2023-11-17T09:24:50.576Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "11",
      "id_str" : "1725429777620373504",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1725429777620373504",
      "created_at" : "Fri Nov 17 08:24:50 +0000 2023",
      "favorited" : false,
      "full_text" : "A schoolgirl wrote to me: \"Dear Lock Lady, how do you know when it is full?\" Dear Ada, it stops.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1724915360485539842"
          ],
          "editableUntil" : "2023-11-15T23:20:43.974Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "121"
      ],
      "favorite_count" : "51",
      "id_str" : "1724915360485539842",
      "truncated" : false,
      "retweet_count" : "12",
      "id" : "1724915360485539842",
      "created_at" : "Wed Nov 15 22:20:43 +0000 2023",
      "favorited" : false,
      "full_text" : "Tonight I played a whole line above the stave, on purpose. The conductor put down his stick and asked if I was all right.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1724122614954246145"
          ],
          "editableUntil" : "2023-11-13T18:50:38.711Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "33",
      "id_str" : "1724122614954246145",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1724122614954246145",
      "created_at" : "Mon Nov 13 17:50:38 +0000 2023",
      "favorited" : false,
      "full_text" : "Gasket walked the whole length of the new beam, sniffed the end, sat down, and that was it: open to traffic.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1723243886326734849"
          ],
          "editableUntil" : "2023-11-11T08:38:53.480Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "176"
      ],
      "favorite_count" : "18",
      "in_reply_to_status_id_str" : "1723214444056248320",
      "id_str" : "1723243886326734849",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "15",
      "id" : "1723243886326734849",
      "in_reply_to_status_id" : "1723214444056248320",
      "created_at" : "Sat Nov 11 07:38:53 +0000 2023",
      "favorited" : false,
      "full_text" : "@nell_postround Yes, you may have a piece of the old gate. Everybody's having one. Dunstan's having a bench made. It's going to be the Best Kept Bench and I'll be insufferable.",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1722623151446495234"
          ],
          "editableUntil" : "2023-11-09T15:32:18.752Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "152"
      ],
      "favorite_count" : "138",
      "id_str" : "1722623151446495234",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1722623151446495234",
      "created_at" : "Thu Nov 09 14:32:18 +0000 2023",
      "favorited" : false,
      "full_text" : "New lower gates went in this morning: green oak, five tons, swung in on a crane like a piano. I said thank you to the old ones. So did the crane driver.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1721808669791846401"
          ],
          "editableUntil" : "2023-11-07T09:35:51.193Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "153"
      ],
      "favorite_count" : "4",
      "id_str" : "1721808669791846401",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1721808669791846401",
      "created_at" : "Tue Nov 07 08:35:51 +0000 2023",
      "favorited" : false,
      "full_text" : "The mason showed me his great-grandfather's mark on the cill. Then he cut his own, next to it, small. I made him tea, and I couldn't say anything at all.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1721239573738131458"
          ],
          "editableUntil" : "2023-11-05T19:54:28.121Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "66",
      "id_str" : "1721239573738131458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1721239573738131458",
      "created_at" : "Sun Nov 05 18:54:28 +0000 2023",
      "favorited" : false,
      "full_text" : "Things I'd dropped in it myself over the years, found today: 2 pens, 1 pocket watch, 1 good spoon, &amp; half of a sentence I was saying in 2019.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1718534388437450754"
          ],
          "editableUntil" : "2023-10-29T08:45:01.685Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "8",
      "id_str" : "1718534388437450754",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1718534388437450754",
      "created_at" : "Sun Oct 29 07:45:01 +0000 2023",
      "favorited" : false,
      "full_text" : "The clocks went back, except for the one in the airing cupboard, which I couldn't reach. It may have the hour. It's earned it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1720525367343587330"
          ],
          "editableUntil" : "2023-11-03T20:36:28.047Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "192"
      ],
      "favorite_count" : "26",
      "id_str" : "1720525367343587330",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1720525367343587330",
      "created_at" : "Fri Nov 03 19:36:28 +0000 2023",
      "favorited" : false,
      "full_text" : "Stoppage again, at my own lock this time. I walked across the bottom of it in boots. Eleven years I've looked down at that floor. It looks much the same from below, only with more of me in it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1717588387418161153"
          ],
          "editableUntil" : "2023-10-26T18:05:57.466Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "29",
      "id_str" : "1717588387418161153",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1717588387418161153",
      "created_at" : "Thu Oct 26 17:05:57 +0000 2023",
      "favorited" : false,
      "full_text" : "Water's going down. One fence lost, one fence gained. I don't know whose, but it's a nicer one.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1716890422774976514"
          ],
          "editableUntil" : "2023-10-24T19:52:29.728Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "161"
      ],
      "favorite_count" : "1",
      "id_str" : "1716890422774976514",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1716890422774976514",
      "created_at" : "Tue Oct 24 18:52:29 +0000 2023",
      "favorited" : false,
      "full_text" : "Night watch with the water up. Paddles checked at ten, midnight, two, four. The Inspector stood out the whole of it in the rain. We didn't speak. It was company.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1716050910993760256"
          ],
          "editableUntil" : "2023-10-22T12:16:34.522Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "147"
      ],
      "favorite_count" : "11",
      "id_str" : "1716050910993760256",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1716050910993760256",
      "created_at" : "Sun Oct 22 11:16:34 +0000 2023",
      "favorited" : false,
      "full_text" : "Rain gauge: 44.0 mm, a record for the jar. Everything's brown &amp; loud, and the ducks are going past like people late for something. Lock closed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1715079192683323394"
          ],
          "editableUntil" : "2023-10-19T19:55:18.823Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "23",
      "id_str" : "1715079192683323394",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1715079192683323394",
      "created_at" : "Thu Oct 19 18:55:18 +0000 2023",
      "favorited" : false,
      "full_text" : "Leaves down. The lock's full of soup again. Clause Nine has tried it and says it wants salt.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1714352638264995842"
          ],
          "editableUntil" : "2023-10-17T19:48:14.751Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "0",
      "id_str" : "1714352638264995842",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1714352638264995842",
      "created_at" : "Tue Oct 17 18:48:14 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: The clock has been fully restored to its historic inaccuracy. The parish thanks all concerned.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1712565374529155074"
          ],
          "editableUntil" : "2023-10-12T21:26:17.870Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "106"
      ],
      "favorite_count" : "54",
      "in_reply_to_status_id_str" : "1712563794284998657",
      "id_str" : "1712565374529155074",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1712565374529155074",
      "in_reply_to_status_id" : "1712563794284998657",
      "created_at" : "Thu Oct 12 20:26:17 +0000 2023",
      "favorited" : false,
      "full_text" : "So I climbed up this evening with my good watch and set it, as carefully as I've ever set anything, wrong.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1712563794284998657"
          ],
          "editableUntil" : "2023-10-12T21:20:01.111Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "76"
      ],
      "favorite_count" : "26",
      "id_str" : "1712563794284998657",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1712563794284998657",
      "created_at" : "Thu Oct 12 20:20:01 +0000 2023",
      "favorited" : false,
      "full_text" : "The result: 61 for right, 214 for four minutes fast, and one vote for Kevin.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1711741853964267520"
          ],
          "editableUntil" : "2023-10-10T14:53:55.267Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "45",
      "in_reply_to_status_id_str" : "1711680954486853633",
      "id_str" : "1711741853964267520",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1711741853964267520",
      "in_reply_to_status_id" : "1711680954486853633",
      "created_at" : "Tue Oct 10 13:53:55 +0000 2023",
      "favorited" : false,
      "full_text" : "@towpath_tamsin I can't say how I shall vote. I'm the clockmaker. It'd be like asking the vet about the dog.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1710927730019864576"
          ],
          "editableUntil" : "2023-10-08T08:58:52.993Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "48",
      "id_str" : "1710927730019864576",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1710927730019864576",
      "created_at" : "Sun Oct 08 07:58:52 +0000 2023",
      "favorited" : false,
      "full_text" : "Arguments for: truth, tourism, trains.\n\nArguments against: we've all been on time for a hundred and twelve years.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1710002058063097858"
          ],
          "editableUntil" : "2023-10-05T19:40:35.601Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "10",
      "id_str" : "1710002058063097858",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1710002058063097858",
      "created_at" : "Thu Oct 05 18:40:35 +0000 2023",
      "favorited" : false,
      "full_text" : "The village will vote. The question on the paper is: \"Should the clock be right?\" I've seen shorter questions start longer wars.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1709299759353544705"
          ],
          "editableUntil" : "2023-10-03T21:09:54.540Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "12",
      "id_str" : "1709299759353544705",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1709299759353544705",
      "created_at" : "Tue Oct 03 20:09:54 +0000 2023",
      "favorited" : false,
      "full_text" : "The Old Liar is clean, oiled and ready. All that's left to do is to set it. On the wall, in chalk, it still says FAST IS KIND.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1708176545863692288"
          ],
          "editableUntil" : "2023-09-30T18:46:39.576Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "71"
      ],
      "favorite_count" : "11",
      "id_str" : "1708176545863692288",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1708176545863692288",
      "created_at" : "Sat Sep 30 17:46:39 +0000 2023",
      "favorited" : false,
      "full_text" : "Clause Nine's birthday, near enough. She had a cake, a hat and the hat.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1691188856920920064"
          ],
          "editableUntil" : "2023-08-14T21:43:38.916Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "32",
      "in_reply_to_status_id_str" : "1691135753587023874",
      "id_str" : "1691188856920920064",
      "in_reply_to_user_id" : "996978617497411586",
      "truncated" : false,
      "retweet_count" : "20",
      "id" : "1691188856920920064",
      "in_reply_to_status_id" : "1691135753587023874",
      "created_at" : "Mon Aug 14 20:43:38 +0000 2023",
      "favorited" : false,
      "full_text" : "@thrupple_band Could somebody tell me what it's like above the stave? Are there handrails?",
      "lang" : "en",
      "in_reply_to_screen_name" : "thrupple_band",
      "in_reply_to_user_id_str" : "996978617497411586"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1691714031421923330"
          ],
          "editableUntil" : "2023-08-16T08:30:30.274Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/iqFgAPGoby",
            "expanded_url" : "https://example.org/lock9/webs",
            "display_url" : "example.org/lock9/webs",
            "indices" : [
              "117",
              "140"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "7",
      "id_str" : "1691714031421923330",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1691714031421923330",
      "possibly_sensitive" : false,
      "created_at" : "Wed Aug 16 07:30:30 +0000 2023",
      "favorited" : false,
      "full_text" : "Spider webs on every rail this morning, all beaded. The lock looks as if it's been left out overnight by a jeweller. https://t.co/iqFgAPGoby",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1690292120919703552"
          ],
          "editableUntil" : "2023-08-12T10:20:20.393Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "39",
      "id_str" : "1690292120919703552",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1690292120919703552",
      "created_at" : "Sat Aug 12 09:20:20 +0000 2023",
      "favorited" : false,
      "full_text" : "The second horn has moved away to be near his knee specialist. I'm now second horn. I've not been so frightened since the storm.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1689388727632637953"
          ],
          "editableUntil" : "2023-08-09T22:30:34.649Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "150"
      ],
      "favorite_count" : "0",
      "id_str" : "1689388727632637953",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1689388727632637953",
      "created_at" : "Wed Aug 09 21:30:34 +0000 2023",
      "favorited" : false,
      "full_text" : "We gave a concert by the lock. At the quiet bit, Kevin screamed. The composer had left a bar's rest there and I think that it's what he'd have wanted.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1688640392912605184"
          ],
          "editableUntil" : "2023-08-07T20:56:57.748Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "27",
      "id_str" : "1688640392912605184",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1688640392912605184",
      "created_at" : "Mon Aug 07 19:56:57 +0000 2023",
      "favorited" : false,
      "full_text" : "There's a child here who's decided that the Deputy's called Kevin. I've tried it out. It does explain a good deal.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1687802827416080384"
          ],
          "editableUntil" : "2023-08-05T13:28:46.573Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "156"
      ],
      "favorite_count" : "71",
      "id_str" : "1687802827416080384",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1687802827416080384",
      "created_at" : "Sat Aug 05 12:28:46 +0000 2023",
      "favorited" : false,
      "full_text" : "People are coming to see the pig. There's a queue. I've put out the bench, and a tin, and Clause Nine has raised £31.40 for the church roof by sitting down.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1687186042205868032"
          ],
          "editableUntil" : "2023-08-03T20:37:53.519Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "90",
      "id_str" : "1687186042205868032",
      "truncated" : false,
      "retweet_count" : "17",
      "id" : "1687186042205868032",
      "created_at" : "Thu Aug 03 19:37:53 +0000 2023",
      "favorited" : false,
      "full_text" : "I'm in the local paper: \"Pig Legal, Says Keeper.\" They used a picture of the pig. I think that was right.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1685688090069733376"
          ],
          "editableUntil" : "2023-07-30T17:25:33.899Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "11",
      "id_str" : "1685688090069733376",
      "truncated" : false,
      "retweet_count" : "12",
      "id" : "1685688090069733376",
      "created_at" : "Sun Jul 30 16:25:33 +0000 2023",
      "favorited" : false,
      "full_text" : "Bert has fallen in. It's nothing unusual, but today he did it while he was explaining to the Deputy how to balance.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1685030939929911298"
          ],
          "editableUntil" : "2023-07-28T21:54:17.097Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "114"
      ],
      "favorite_count" : "19",
      "id_str" : "1685030939929911298",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1685030939929911298",
      "created_at" : "Fri Jul 28 20:54:17 +0000 2023",
      "favorited" : false,
      "full_text" : "Regen seit Montag. Die Ostfriesen sagen: Es gibt kein schlechtes Wetter, nur leere Teekannen. Ich habe drei volle.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1684120615035432960"
          ],
          "editableUntil" : "2023-07-26T09:36:58.729Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "98"
      ],
      "favorite_count" : "95",
      "id_str" : "1684120615035432960",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1684120615035432960",
      "created_at" : "Wed Jul 26 08:36:58 +0000 2023",
      "favorited" : false,
      "full_text" : "Bread this week's been rye. It rises like a civil servant: late, not far, but you can build on it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1683513686762717186"
          ],
          "editableUntil" : "2023-07-24T17:25:15.753Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "16",
      "id_str" : "1683513686762717186",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1683513686762717186",
      "created_at" : "Mon Jul 24 16:25:15 +0000 2023",
      "favorited" : false,
      "full_text" : "A lady on a boat handed me a warm scone as the lock filled, without a word, as if it were a toll. I'd like this to catch on.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1682771980917927936"
          ],
          "editableUntil" : "2023-07-22T16:17:59.299Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "144",
              "155"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "304",
      "id_str" : "1682771980917927936",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1682771980917927936",
      "created_at" : "Sat Jul 22 15:17:59 +0000 2023",
      "favorited" : false,
      "full_text" : "Things mended today: a kettle, a kite, a quarrel (two brothers, one barometer). The barometer now hangs at the pub, where they can both tap it. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1681946186178228225"
          ],
          "editableUntil" : "2023-07-20T09:36:34.490Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "HeronWatch",
            "indices" : [
              "0",
              "11"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/dF5q3OrAdY",
            "expanded_url" : "https://example.org/lock9/deputy-wet",
            "display_url" : "example.org/lock9/deputy-…",
            "indices" : [
              "12",
              "35"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "35"
      ],
      "favorite_count" : "154",
      "id_str" : "1681946186178228225",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1681946186178228225",
      "possibly_sensitive" : false,
      "created_at" : "Thu Jul 20 08:36:34 +0000 2023",
      "favorited" : false,
      "full_text" : "#HeronWatch https://t.co/dF5q3OrAdY",
      "lang" : "und"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1681230027210637312"
          ],
          "editableUntil" : "2023-07-18T10:10:48.887Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "19",
      "id_str" : "1681230027210637312",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1681230027210637312",
      "created_at" : "Tue Jul 18 09:10:48 +0000 2023",
      "favorited" : false,
      "full_text" : "The Deputy fell off the beam. He looked round to see who had seen. All of us, Deputy. We'd all seen.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1680691787717890050"
          ],
          "editableUntil" : "2023-07-16T22:32:02.592Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Heron Watch Nether Thrupple",
            "screen_name" : "heronwatch_nt",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "1010069880495816705",
            "id" : "1010069880495816705"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "103"
      ],
      "favorite_count" : "0",
      "id_str" : "1680691787717890050",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1680691787717890050",
      "created_at" : "Sun Jul 16 21:32:02 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @heronwatch_nt: Second heron confirmed at Lock 9. Provisional name: the Deputy. Posture: needs work.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1679807054892519424"
          ],
          "editableUntil" : "2023-07-14T11:56:25.849Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "54",
      "id_str" : "1679807054892519424",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1679807054892519424",
      "created_at" : "Fri Jul 14 10:56:25 +0000 2023",
      "favorited" : false,
      "full_text" : "The Inspector brought a friend. Smaller, scruffier, can't keep still. I think he's training up a Deputy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1679205523325194241"
          ],
          "editableUntil" : "2023-07-12T20:06:09.547Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "35",
      "id_str" : "1679205523325194241",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1679205523325194241",
      "created_at" : "Wed Jul 12 19:06:09 +0000 2023",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby says that the pig's too thin, the cat's too fat, and I'm \"about right for someone who eats standing up.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1678437802525876224"
          ],
          "editableUntil" : "2023-07-10T17:15:30.645Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "9",
      "in_reply_to_status_id_str" : "1678396530796277762",
      "id_str" : "1678437802525876224",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1678437802525876224",
      "in_reply_to_status_id" : "1678396530796277762",
      "created_at" : "Mon Jul 10 16:15:30 +0000 2023",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil You left your kettle. I've descaled it. It's half the weight now and says it feels ten years younger.",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1677787283048665090"
          ],
          "editableUntil" : "2023-07-08T22:10:34.716Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "13",
      "id_str" : "1677787283048665090",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1677787283048665090",
      "created_at" : "Sat Jul 08 21:10:34 +0000 2023",
      "favorited" : false,
      "full_text" : "Today I explained to a man with a very large hat that a lock doesn't have \"a deep end.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1677064061607587841"
          ],
          "editableUntil" : "2023-07-06T22:16:45.287Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "146"
      ],
      "favorite_count" : "11",
      "id_str" : "1677064061607587841",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1677064061607587841",
      "created_at" : "Thu Jul 06 21:16:45 +0000 2023",
      "favorited" : false,
      "full_text" : "I went to the dentist in town. They had a clock with no numbers on it. I lay there with my mouth open thinking well no wonder you're running late.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1645883323690786817"
          ],
          "editableUntil" : "2023-04-11T21:15:38.058Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "157"
      ],
      "favorite_count" : "23",
      "id_str" : "1645883323690786817",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1645883323690786817",
      "created_at" : "Tue Apr 11 20:15:38 +0000 2023",
      "favorited" : false,
      "full_text" : "Easter: a hundred and six boats in four days, two proposals of marriage (neither to me), one dog overboard (mine for the weekend, long story, excellent dog).",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1644767820863000578"
          ],
          "editableUntil" : "2023-04-08T19:23:01.459Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "146"
      ],
      "favorite_count" : "50",
      "id_str" : "1644767820863000578",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1644767820863000578",
      "created_at" : "Sat Apr 08 18:23:01 +0000 2023",
      "favorited" : false,
      "full_text" : "Overheard on the towpath: \"That's the woman with the pig.\" Two years ago it was \"that's the woman with the cat.\" I'm working my way up to a horse.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1645025466903166978"
          ],
          "editableUntil" : "2023-04-09T12:26:49.061Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "161"
      ],
      "favorite_count" : "21",
      "id_str" : "1645025466903166978",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1645025466903166978",
      "created_at" : "Sun Apr 09 11:26:49 +0000 2023",
      "favorited" : false,
      "full_text" : "The Clock Committee has had an estimate for correcting the Old Liar. It came to more than the church roof. It's being described as \"an encouraging first figure.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1644414722500886528"
          ],
          "editableUntil" : "2023-04-07T19:59:56.249Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "29",
      "id_str" : "1644414722500886528",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1644414722500886528",
      "created_at" : "Fri Apr 07 18:59:56 +0000 2023",
      "favorited" : false,
      "full_text" : "Gasket slept in the pig. I don't know how else to put it. There was a pig, and there was a bit of orange in it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1644060126441455618"
          ],
          "editableUntil" : "2023-04-06T20:30:53.960Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "75"
      ],
      "favorite_count" : "32",
      "id_str" : "1644060126441455618",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1644060126441455618",
      "created_at" : "Thu Apr 06 19:30:53 +0000 2023",
      "favorited" : false,
      "full_text" : "Ducklings: eleven! New mother, new system. She counts them BEFORE the weir.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1643355004188192768"
          ],
          "editableUntil" : "2023-04-04T21:48:59.714Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "157"
      ],
      "favorite_count" : "9",
      "in_reply_to_status_id_str" : "1643347192563417088",
      "id_str" : "1643355004188192768",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1643355004188192768",
      "in_reply_to_status_id" : "1643347192563417088",
      "created_at" : "Tue Apr 04 20:48:59 +0000 2023",
      "favorited" : false,
      "full_text" : "He came back, he's written \"pig: lawful\" on the form, and he had two cups of tea. He did not stay for the third. Tea drinkers: 2 cups &lt; 3 cups &lt; trust.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1643347192563417088"
          ],
          "editableUntil" : "2023-04-04T21:17:57.278Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "1",
      "id_str" : "1643347192563417088",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1643347192563417088",
      "created_at" : "Tue Apr 04 20:17:57 +0000 2023",
      "favorited" : false,
      "full_text" : "The canal trust's man came about the pig. He was shown the Act. He was shown the pig. He has gone to sit in his car for a bit.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1642903688531234817"
          ],
          "editableUntil" : "2023-04-03T15:55:37.677Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "15",
      "id_str" : "1642903688531234817",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1642903688531234817",
      "created_at" : "Mon Apr 03 14:55:37 +0000 2023",
      "favorited" : false,
      "full_text" : "A pig on a lock is a most calming thing for the crews. They look at her and not at each other, and nobody shouts at a spouse in front of a pig.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1642466522411331586"
          ],
          "editableUntil" : "2023-04-02T10:58:29.152Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "70"
      ],
      "favorite_count" : "6",
      "id_str" : "1642466522411331586",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1642466522411331586",
      "created_at" : "Sun Apr 02 09:58:29 +0000 2023",
      "favorited" : false,
      "full_text" : "Clause Nine has met the Inspector. Each thinks the other is a mistake.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1641880960162340866"
          ],
          "editableUntil" : "2023-03-31T20:11:40.232Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/kHVYmpCjRw",
            "expanded_url" : "https://example.org/lock9/teapot-for-scale",
            "display_url" : "example.org/lock9/teapot-…",
            "indices" : [
              "4",
              "27"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "27"
      ],
      "favorite_count" : "6",
      "id_str" : "1641880960162340866",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1641880960162340866",
      "possibly_sensitive" : false,
      "created_at" : "Fri Mar 31 19:11:40 +0000 2023",
      "favorited" : false,
      "full_text" : "🐖🐖🐖 https://t.co/kHVYmpCjRw",
      "lang" : "und"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1641362724450381825"
          ],
          "editableUntil" : "2023-03-30T09:52:23.210Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "4",
      "id_str" : "1641362724450381825",
      "truncated" : false,
      "retweet_count" : "12",
      "id" : "1641362724450381825",
      "created_at" : "Thu Mar 30 08:52:23 +0000 2023",
      "favorited" : false,
      "full_text" : "She's called Clause Nine. She's the size of a teapot and has already been through the lock twice.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1641134591518953472"
          ],
          "editableUntil" : "2023-03-29T18:45:52.081Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "0",
      "id_str" : "1641134591518953472",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1641134591518953472",
      "created_at" : "Wed Mar 29 17:45:52 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @nell_postround: Delivered: one piglet. Signed for: by a lock-keeper, crying, in slippers.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1640679588225490946"
          ],
          "editableUntil" : "2023-03-28T12:37:50.842Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "6",
      "id_str" : "1640679588225490946",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1640679588225490946",
      "created_at" : "Tue Mar 28 11:37:50 +0000 2023",
      "favorited" : false,
      "full_text" : "Today someone paid for a mended clock with a piglet. I've checked the 1794 Act. It's happening. 🐖",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1640247829895938050"
          ],
          "editableUntil" : "2023-03-27T08:02:11.635Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "10",
      "id_str" : "1640247829895938050",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1640247829895938050",
      "created_at" : "Mon Mar 27 07:02:11 +0000 2023",
      "favorited" : false,
      "full_text" : "Two hares boxing in the water meadow, and beyond them the church, four minutes ahead of us all.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1639945754394443778"
          ],
          "editableUntil" : "2023-03-26T12:01:51.223Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "106"
      ],
      "favorite_count" : "7",
      "id_str" : "1639945754394443778",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1639945754394443778",
      "created_at" : "Sun Mar 26 11:01:51 +0000 2023",
      "favorited" : false,
      "full_text" : "Note to all skippers: the big sign with an arrow that says LOCK is how we would like you to find the lock.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1639925302298349568"
          ],
          "editableUntil" : "2023-03-26T10:40:35.063Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "91"
      ],
      "favorite_count" : "38",
      "id_str" : "1639925302298349568",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1639925302298349568",
      "created_at" : "Sun Mar 26 09:40:35 +0000 2023",
      "favorited" : false,
      "full_text" : "Clocks forward. Lost an hour, a sock, and the argument with the one in the airing cupboard.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1638915938491392002"
          ],
          "editableUntil" : "2023-03-23T15:49:43.979Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "36",
      "id_str" : "1638915938491392002",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1638915938491392002",
      "created_at" : "Thu Mar 23 14:49:43 +0000 2023",
      "favorited" : false,
      "full_text" : "The judge's card says \"lively.\" It was still moving the cloth when they gave out the cups.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1637739936965550082"
          ],
          "editableUntil" : "2023-03-20T09:56:43.366Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "108",
      "id_str" : "1637739936965550082",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1637739936965550082",
      "created_at" : "Mon Mar 20 08:56:43 +0000 2023",
      "favorited" : false,
      "full_text" : "Bernard won third prize at the spring show in the class for Preserves, Pickles &amp; Other. He was Other. I've never been so proud of a puddle.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1636827271365783553"
          ],
          "editableUntil" : "2023-03-17T21:30:06.930Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "62"
      ],
      "favorite_count" : "39",
      "in_reply_to_status_id_str" : "1636800341220937730",
      "id_str" : "1636827271365783553",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1636827271365783553",
      "in_reply_to_status_id" : "1636800341220937730",
      "created_at" : "Fri Mar 17 20:30:06 +0000 2023",
      "favorited" : false,
      "full_text" : "@escapement_ed What do you mean, the cuckoo has \"gone broody\"?",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1635311199029518338"
          ],
          "editableUntil" : "2023-03-13T17:05:47.118Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "110"
      ],
      "favorite_count" : "17",
      "in_reply_to_status_id_str" : "1634582556788350976",
      "id_str" : "1635311199029518338",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1635311199029518338",
      "in_reply_to_status_id" : "1634582556788350976",
      "created_at" : "Mon Mar 13 16:05:47 +0000 2023",
      "favorited" : false,
      "full_text" : "We've put it together again, he and I. It loses a minute a day. \"That's so I can have it back later,\" he says.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1635761750061748226"
          ],
          "editableUntil" : "2023-03-14T22:56:06.855Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "108"
      ],
      "favorite_count" : "32",
      "id_str" : "1635761750061748226",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1635761750061748226",
      "created_at" : "Tue Mar 14 21:56:06 +0000 2023",
      "favorited" : false,
      "full_text" : "My opinion of people who use a power drill on a clock can be found in the by-laws under \"furious whistling.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1634582556788350976"
          ],
          "editableUntil" : "2023-03-11T16:50:25.270Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "186",
              "197"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "197"
      ],
      "favorite_count" : "5",
      "id_str" : "1634582556788350976",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1634582556788350976",
      "created_at" : "Sat Mar 11 15:50:25 +0000 2023",
      "favorited" : false,
      "full_text" : "At the repair café a boy brought in his grandad's watch in a matchbox, in forty pieces, sorted by size. He'd done it to see where the ticking was. I told him he'd been closer than most. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1632822544835321858"
          ],
          "editableUntil" : "2023-03-06T20:16:45.721Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "160"
      ],
      "favorite_count" : "18",
      "id_str" : "1632822544835321858",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1632822544835321858",
      "created_at" : "Mon Mar 06 19:16:45 +0000 2023",
      "favorited" : false,
      "full_text" : "Painted the beams. I put up a sign this year: WET PAINT, THIS MEANS YOU. The Inspector read it, or at least he looked at it for an hour. Then he chose the roof.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1631698594719539201"
          ],
          "editableUntil" : "2023-03-03T17:50:35.132Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "101",
      "id_str" : "1631698594719539201",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1631698594719539201",
      "created_at" : "Fri Mar 03 16:50:35 +0000 2023",
      "favorited" : false,
      "full_text" : "Sun's out. The whole village is walking along the towpath with its coat open, looking surprised at its own knees.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1572707273495257089"
          ],
          "editableUntil" : "2022-09-21T22:30:08.146Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "148"
      ],
      "favorite_count" : "14",
      "id_str" : "1572707273495257089",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1572707273495257089",
      "created_at" : "Wed Sep 21 22:00:08 +0000 2022",
      "favorited" : false,
      "full_text" : "New music at practice. The third horn part has eleven notes, nine of which are the same one. I've been marked \"as desired.\" Nobody has ever desired.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1571761203823702018"
          ],
          "editableUntil" : "2022-09-19T07:50:47.559Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "14",
      "id_str" : "1571761203823702018",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1571761203823702018",
      "created_at" : "Mon Sep 19 07:20:47 +0000 2022",
      "favorited" : false,
      "full_text" : "September mist with the sun in it. A boat came out of it with a dog on the bow like a figurehead, and for a moment it was any year you like.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1571250027564240896"
          ],
          "editableUntil" : "2022-09-17T21:59:33.642Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "64",
      "id_str" : "1571250027564240896",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1571250027564240896",
      "created_at" : "Sat Sep 17 21:29:33 +0000 2022",
      "favorited" : false,
      "full_text" : "Found the Inspector's nest, or his office. It is in the big alder, badly built, and it overlooks everything I do.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1570482276329500672"
          ],
          "editableUntil" : "2022-09-15T19:08:47.483Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "59",
      "id_str" : "1570482276329500672",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1570482276329500672",
      "created_at" : "Thu Sep 15 18:38:47 +0000 2022",
      "favorited" : false,
      "full_text" : "A hire boat came through under the command of a girl of nine. Her father fetched and carried. It was the best handled boat of the season, and she knew it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1569730406972448769"
          ],
          "editableUntil" : "2022-09-13T17:21:07.859Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "19",
      "id_str" : "1569730406972448769",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1569730406972448769",
      "created_at" : "Tue Sep 13 16:51:07 +0000 2022",
      "favorited" : false,
      "full_text" : "Apples everywhere. I've had to start locking the cottage, not for fear of thieves but because people keep leaving me more apples.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1569033565396586498"
          ],
          "editableUntil" : "2022-09-11T19:12:07.881Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "142"
      ],
      "favorite_count" : "8",
      "id_str" : "1569033565396586498",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1569033565396586498",
      "created_at" : "Sun Sep 11 18:42:07 +0000 2022",
      "favorited" : false,
      "full_text" : "Meeting one of the Clock Committee lasted two hours. We agreed on the minutes. There were four too many, which I thought was rather the point.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1568182370625990658"
          ],
          "editableUntil" : "2022-09-09T10:49:47.233Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1568159720583741441",
      "id_str" : "1568182370625990658",
      "in_reply_to_user_id" : "947225783979073537",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1568182370625990658",
      "in_reply_to_status_id" : "1568159720583741441",
      "created_at" : "Fri Sep 09 10:19:47 +0000 2022",
      "favorited" : false,
      "full_text" : "@thrupple_parish I am honoured to be asked to advise the Clock Committee. My advice: biscuits, and nobody sits next to Dunstan.",
      "lang" : "en",
      "in_reply_to_screen_name" : "thrupple_parish",
      "in_reply_to_user_id_str" : "947225783979073537"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1567587241208287232"
          ],
          "editableUntil" : "2022-09-07T19:24:57.323Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "30",
      "id_str" : "1567587241208287232",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1567587241208287232",
      "created_at" : "Wed Sep 07 18:54:57 +0000 2022",
      "favorited" : false,
      "full_text" : "The parish council has formed a Clock Committee. Its task is to consider whether the Old Liar should be made to tell the truth. Six members, nine opinions.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1566893092817596416"
          ],
          "editableUntil" : "2022-09-05T21:26:39.450Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "34",
      "id_str" : "1566893092817596416",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1566893092817596416",
      "created_at" : "Mon Sep 05 20:56:39 +0000 2022",
      "favorited" : false,
      "full_text" : "Duckling count: eight, fully grown, rude. I could not be prouder.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1566137399832817665"
          ],
          "editableUntil" : "2022-09-03T19:23:48.202Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "35",
      "id_str" : "1566137399832817665",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1566137399832817665",
      "created_at" : "Sat Sep 03 18:53:48 +0000 2022",
      "favorited" : false,
      "full_text" : "Open again! First boat through: Plan C. The skipper winked. I still don't know about A and B.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1564282039230066688"
          ],
          "editableUntil" : "2022-08-29T16:31:15.764Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "13",
      "id_str" : "1564282039230066688",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1564282039230066688",
      "created_at" : "Mon Aug 29 16:01:15 +0000 2022",
      "favorited" : false,
      "full_text" : "Water over the top gate at last, with that small sound like somebody turning a page. We open on Thursday.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1563560620281999360"
          ],
          "editableUntil" : "2022-08-27T16:44:36.083Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RainGauge",
            "indices" : [
              "60",
              "70"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "32",
      "id_str" : "1563560620281999360",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1563560620281999360",
      "created_at" : "Sat Aug 27 16:14:36 +0000 2022",
      "favorited" : false,
      "full_text" : "Rain gauge: 23.8 mm. I measured it four times, out of love. #RainGauge 🌧️",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1562856293612847106"
          ],
          "editableUntil" : "2022-08-25T18:05:51.520Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "22",
      "id_str" : "1562856293612847106",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1562856293612847106",
      "created_at" : "Thu Aug 25 17:35:51 +0000 2022",
      "favorited" : false,
      "full_text" : "RAIN. Proper rain! I'm standing in it. The cat thinks I've gone. The spider has been evacuated with full honours.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1561598364305272833"
          ],
          "editableUntil" : "2022-08-22T06:47:17.801Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "0",
      "id_str" : "1561598364305272833",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1561598364305272833",
      "created_at" : "Mon Aug 22 06:17:17 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @oda_kneads_on: Sourdough tip for August: don't.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1561059240043724801"
          ],
          "editableUntil" : "2022-08-20T19:05:00.561Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "112"
      ],
      "favorite_count" : "7",
      "id_str" : "1561059240043724801",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1561059240043724801",
      "created_at" : "Sat Aug 20 18:35:00 +0000 2022",
      "favorited" : false,
      "full_text" : "Made plum jam at five in the morning before the heat. Six jars. The seventh was a jar of hope and it didn't set.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1561045290719182848"
          ],
          "editableUntil" : "2022-08-20T18:09:34.783Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "94"
      ],
      "favorite_count" : "3",
      "id_str" : "1561045290719182848",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1561045290719182848",
      "created_at" : "Sat Aug 20 17:39:34 +0000 2022",
      "favorited" : false,
      "full_text" : "The Inspector has started standing in the shade of my washing line. He picked the good sheets.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1561031367492112384"
          ],
          "editableUntil" : "2022-08-20T17:14:15.227Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "96",
              "107"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "92",
      "id_str" : "1561031367492112384",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1561031367492112384",
      "created_at" : "Sat Aug 20 16:44:15 +0000 2022",
      "favorited" : false,
      "full_text" : "Repair café: someone brought an umbrella. In this. We all stood round it as if it were a relic. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1558707226359644160"
          ],
          "editableUntil" : "2022-08-14T07:18:56.801Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "142"
      ],
      "favorite_count" : "15",
      "in_reply_to_status_id_str" : "1558672243738267649",
      "id_str" : "1558707226359644160",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1558707226359644160",
      "in_reply_to_status_id" : "1558672243738267649",
      "created_at" : "Sun Aug 14 06:48:56 +0000 2022",
      "favorited" : false,
      "full_text" : "@towpath_tamsin The bell is for visitors. One ring: boat. Two rings: bread. Three rings: Gasket's on the roof again and will not be spoken to.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1557824623246245889"
          ],
          "editableUntil" : "2022-08-11T20:51:47.820Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "30",
      "id_str" : "1557824623246245889",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1557824623246245889",
      "created_at" : "Thu Aug 11 20:21:47 +0000 2022",
      "favorited" : false,
      "full_text" : "A schoolboy found the bell of a boat that sank in 1922. He rang it once and every duck on the pound turned round. We have hung it up outside the hut.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1557074754468741120"
          ],
          "editableUntil" : "2022-08-09T19:12:05.172Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "172"
      ],
      "favorite_count" : "6",
      "id_str" : "1557074754468741120",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1557074754468741120",
      "created_at" : "Tue Aug 09 18:42:05 +0000 2022",
      "favorited" : false,
      "full_text" : "Drained-lock archaeology, day 3: a christening mug, a gas mask, forty-one golf balls. There's no golf course within twelve miles. Somebody was very bad at it, or very good.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1556357662330105858"
          ],
          "editableUntil" : "2022-08-07T19:42:37.083Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "3",
      "id_str" : "1556357662330105858",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1556357662330105858",
      "created_at" : "Sun Aug 07 19:12:37 +0000 2022",
      "favorited" : false,
      "full_text" : "With the lock shut I have time for the bench. Nineteen clocks cleaned. I've run out of clocks, and have begun to eye the neighbours' ones.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1554871921382621185"
          ],
          "editableUntil" : "2022-08-03T17:18:48.837Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "95"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1554861368293642240",
      "id_str" : "1554871921382621185",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1554871921382621185",
      "in_reply_to_status_id" : "1554861368293642240",
      "created_at" : "Wed Aug 03 16:48:48 +0000 2022",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby came down and stood as well. \"It always comes back,\" she said, \"like my sister.\"",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1554861368293642240"
          ],
          "editableUntil" : "2022-08-03T16:36:52.785Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "148"
      ],
      "favorite_count" : "80",
      "id_str" : "1554861368293642240",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1554861368293642240",
      "created_at" : "Wed Aug 03 16:06:52 +0000 2022",
      "favorited" : false,
      "full_text" : "Closed at noon for want of water, the first time since 1976. I put the chain across and stood there. It's a strange thing to shut a door on a river.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1553376421683781634"
          ],
          "editableUntil" : "2022-07-30T14:16:13.924Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "109"
      ],
      "favorite_count" : "8",
      "id_str" : "1553376421683781634",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1553376421683781634",
      "created_at" : "Sat Jul 30 13:46:13 +0000 2022",
      "favorited" : false,
      "full_text" : "My dream is to be buried under the balance beam, so that people lean on me and complain, just as they do now.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1552568086686908416"
          ],
          "editableUntil" : "2022-07-28T08:44:11.843Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/o0JFM1loif",
            "expanded_url" : "https://example.org/lock9/choir",
            "display_url" : "example.org/lock9/choir",
            "indices" : [
              "118",
              "141"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "141"
      ],
      "favorite_count" : "1",
      "id_str" : "1552568086686908416",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1552568086686908416",
      "possibly_sensitive" : false,
      "created_at" : "Thu Jul 28 08:14:11 +0000 2022",
      "favorited" : false,
      "full_text" : "Swallows in the boathouse: four beaks over the edge of the nest like a very small choir waiting for the bar to close. https://t.co/o0JFM1loif",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1552006411493736450"
          ],
          "editableUntil" : "2022-07-26T19:32:18.041Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Heron Watch Nether Thrupple",
            "screen_name" : "heronwatch_nt",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "1010069880495816705",
            "id" : "1010069880495816705"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "0",
      "id_str" : "1552006411493736450",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1552006411493736450",
      "created_at" : "Tue Jul 26 19:02:18 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @heronwatch_nt: Grey heron, Lock 9, 6.02 am, stationary. Grey heron, Lock 9, 6.02 pm, stationary. Thank you for following.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1551167457145106433"
          ],
          "editableUntil" : "2022-07-24T11:58:35.738Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "12",
      "id_str" : "1551167457145106433",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1551167457145106433",
      "created_at" : "Sun Jul 24 11:28:35 +0000 2022",
      "favorited" : false,
      "full_text" : "There are now three working clocks in the lock hut and they disagree by eleven seconds. I like to sit among them. It's like being at a family dinner.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1550388461073207296"
          ],
          "editableUntil" : "2022-07-22T08:23:08.601Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "0",
      "id_str" : "1550388461073207296",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1550388461073207296",
      "created_at" : "Fri Jul 22 07:53:08 +0000 2022",
      "favorited" : false,
      "full_text" : "Overheard on the towpath: \"Is the heron real?\" \"No, he's from the council.\" He's both, love.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1549884840758849536"
          ],
          "editableUntil" : "2022-07-20T23:01:56.161Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Oda Kneads",
            "screen_name" : "oda_kneads_on",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "954216849612197889",
            "id" : "954216849612197889"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "134"
      ],
      "favorite_count" : "56",
      "in_reply_to_status_id_str" : "1549799531775692800",
      "id_str" : "1549884840758849536",
      "in_reply_to_user_id" : "954216849612197889",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1549884840758849536",
      "in_reply_to_status_id" : "1549799531775692800",
      "created_at" : "Wed Jul 20 22:31:56 +0000 2022",
      "favorited" : false,
      "full_text" : "@oda_kneads_on I tried your cold overnight prove. It went overnight, it was cold, and it proved that I should have used a bigger bowl.",
      "lang" : "en",
      "in_reply_to_screen_name" : "oda_kneads_on",
      "in_reply_to_user_id_str" : "954216849612197889"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1549869160129957888"
          ],
          "editableUntil" : "2022-07-20T21:59:37.608Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "7"
      ],
      "favorite_count" : "6",
      "id_str" : "1549869160129957888",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1549869160129957888",
      "created_at" : "Wed Jul 20 21:29:37 +0000 2022",
      "favorited" : false,
      "full_text" : "Melted.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1549859328719122434"
          ],
          "editableUntil" : "2022-07-20T21:20:33.617Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "3",
      "id_str" : "1549859328719122434",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1549859328719122434",
      "created_at" : "Wed Jul 20 20:50:33 +0000 2022",
      "favorited" : false,
      "full_text" : "Tenor horns go sharp in the heat. For eleven glorious minutes tonight I was in tune by accident.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1547491825354002434"
          ],
          "editableUntil" : "2022-07-14T08:32:56.829Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "6",
      "id_str" : "1547491825354002434",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1547491825354002434",
      "created_at" : "Thu Jul 14 08:02:56 +0000 2022",
      "favorited" : false,
      "full_text" : "A man wished to know why the canal was \"so low on this side.\" I explained about the gate. He said \"so it's a sort of step?\" Reader, I shook his hand.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1546958813747531776"
          ],
          "editableUntil" : "2022-07-12T21:14:56.959Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "6",
      "id_str" : "1546958813747531776",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1546958813747531776",
      "created_at" : "Tue Jul 12 20:44:56 +0000 2022",
      "favorited" : false,
      "full_text" : "Too hot to bake. Bernard is in the cellar with a wet cloth on his head, like a colonel.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1546247080025714688"
          ],
          "editableUntil" : "2022-07-10T22:06:46.416Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "141"
      ],
      "favorite_count" : "3",
      "id_str" : "1546247080025714688",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1546247080025714688",
      "created_at" : "Sun Jul 10 21:36:46 +0000 2022",
      "favorited" : false,
      "full_text" : "Today I watched two strangers share a lock to save water, then share a mooring, then share a pie. I don't say drought is good. I only report.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1544746873833394177"
          ],
          "editableUntil" : "2022-07-06T18:45:29.387Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "26"
      ],
      "favorite_count" : "12",
      "in_reply_to_status_id_str" : "1544656528593739778",
      "id_str" : "1544746873833394177",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1544746873833394177",
      "in_reply_to_status_id" : "1544656528593739778",
      "created_at" : "Wed Jul 06 18:15:29 +0000 2022",
      "favorited" : false,
      "full_text" : "@nell_postround Friday. ☕?",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1545511321359945729"
          ],
          "editableUntil" : "2022-07-08T21:23:07.881Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Lock9",
            "indices" : [
              "137",
              "143"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "8",
      "id_str" : "1545511321359945729",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1545511321359945729",
      "created_at" : "Fri Jul 08 20:53:07 +0000 2022",
      "favorited" : false,
      "full_text" : "Water's low. Please share locks, close paddles and be nice to the person with the pole. It's only the first two that are in the by-laws. #Lock9",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1794255220085878786"
          ],
          "editableUntil" : "2024-05-25T07:32:34.775Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "0",
      "id_str" : "1794255220085878786",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1794255220085878786",
      "created_at" : "Sat May 25 06:32:34 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @towpath_tamsin: You haven't lived until you've been overtaken by a lock-keeper chasing a pig chasing a gosling.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1792857723270057984"
          ],
          "editableUntil" : "2024-05-21T10:59:25.570Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rivets & Rye",
            "screen_name" : "rivets_and_rye",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "865718712536883200",
            "id" : "865718712536883200"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "30"
      ],
      "favorite_count" : "96",
      "in_reply_to_status_id_str" : "1792788266953543680",
      "id_str" : "1792857723270057984",
      "in_reply_to_user_id" : "865718712536883200",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1792857723270057984",
      "in_reply_to_status_id" : "1792788266953543680",
      "created_at" : "Tue May 21 09:59:25 +0000 2024",
      "favorited" : false,
      "full_text" : "@rivets_and_rye Lefty. Tighty.",
      "lang" : "en",
      "in_reply_to_screen_name" : "rivets_and_rye",
      "in_reply_to_user_id_str" : "865718712536883200"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1793549927002804224"
          ],
          "editableUntil" : "2024-05-23T08:49:59.800Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "79",
      "id_str" : "1793549927002804224",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1793549927002804224",
      "created_at" : "Thu May 23 07:49:59 +0000 2024",
      "favorited" : false,
      "full_text" : "13 kg of flour, 1 of salt, four days, all gone. If I hang out the bread flag then they smell it from Lock 14, and some of them aren't even boats.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1792101359878000640"
          ],
          "editableUntil" : "2024-05-19T08:53:54.485Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "103"
      ],
      "favorite_count" : "23",
      "id_str" : "1792101359878000640",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1792101359878000640",
      "created_at" : "Sun May 19 07:53:54 +0000 2024",
      "favorited" : false,
      "full_text" : "Stephen the gosling has been told. It was Kevin. Stephen said that he'd always wondered about the feet.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1791512659058421762"
          ],
          "editableUntil" : "2024-05-17T17:54:37.272Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rivets & Rye",
            "screen_name" : "rivets_and_rye",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "865718712536883200",
            "id" : "865718712536883200"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1791507373415448576",
      "id_str" : "1791512659058421762",
      "in_reply_to_user_id" : "865718712536883200",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1791512659058421762",
      "in_reply_to_status_id" : "1791507373415448576",
      "created_at" : "Fri May 17 16:54:37 +0000 2024",
      "favorited" : false,
      "full_text" : "@rivets_and_rye It's a left-hand thread, my dear. It's always been a left-hand thread. Put down the hammer and step into the garden.",
      "lang" : "en",
      "in_reply_to_screen_name" : "rivets_and_rye",
      "in_reply_to_user_id_str" : "865718712536883200"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1790864445260791809"
          ],
          "editableUntil" : "2024-05-15T22:58:51.059Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "162"
      ],
      "favorite_count" : "2",
      "id_str" : "1790864445260791809",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1790864445260791809",
      "created_at" : "Wed May 15 21:58:51 +0000 2024",
      "favorited" : false,
      "full_text" : "Cow parsley up to the elbows, hawthorn over the water, and every boat through today was in a good temper. It's as if the whole canal had eaten a proper breakfast.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1789921228558508034"
          ],
          "editableUntil" : "2024-05-13T08:30:50.673Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "272"
      ],
      "favorite_count" : "0",
      "id_str" : "1789921228558508034",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1789921228558508034",
      "created_at" : "Mon May 13 07:30:50 +0000 2024",
      "favorited" : false,
      "full_text" : "People ask how you mend a clock, as if there were a trick to it. There isn't, there's only an order.\n\nFirst you listen. Half of what's wrong with it will tell you, if you don't talk over it.\n\nThen let the power down, slowly, all of it. A spring that looks tired can still…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1789384840783269888"
          ],
          "editableUntil" : "2024-05-11T20:59:25.862Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "78"
      ],
      "favorite_count" : "55",
      "id_str" : "1789384840783269888",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1789384840783269888",
      "created_at" : "Sat May 11 19:59:25 +0000 2024",
      "favorited" : false,
      "full_text" : "Otter! Two of them! It's as if somebody at the trust actually reads the forms.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1788554915911806977"
          ],
          "editableUntil" : "2024-05-09T14:01:36.353Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "20",
      "id_str" : "1788554915911806977",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1788554915911806977",
      "created_at" : "Thu May 09 13:01:36 +0000 2024",
      "favorited" : false,
      "full_text" : "The canal trust has sent a new questionnaire. \"What one thing would improve your workplace?\" I've written \"more otter.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1787760589132541954"
          ],
          "editableUntil" : "2024-05-07T09:25:14.091Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "31",
      "id_str" : "1787760589132541954",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1787760589132541954",
      "created_at" : "Tue May 07 08:25:14 +0000 2024",
      "favorited" : false,
      "full_text" : "My dream is that one day a boat comes round the bend with all of its ropes coiled, its fenders up &amp; its crew awake, and that I am not asleep.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1787184551896936449"
          ],
          "editableUntil" : "2024-05-05T19:16:16.112Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "47",
      "id_str" : "1787184551896936449",
      "truncated" : false,
      "retweet_count" : "15",
      "id" : "1787184551896936449",
      "created_at" : "Sun May 05 18:16:16 +0000 2024",
      "favorited" : false,
      "full_text" : "They've cut me out of the film and kept the pig. It's the right decision and I'd have done the same.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1786323919088148482"
          ],
          "editableUntil" : "2024-05-03T10:16:25.261Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "46",
      "id_str" : "1786323919088148482",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1786323919088148482",
      "created_at" : "Fri May 03 09:16:25 +0000 2024",
      "favorited" : false,
      "full_text" : "A film crew came to do \"a day in the life of a lock.\" They wanted drama. I offered to fill it twice.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1784510858496593920"
          ],
          "editableUntil" : "2024-04-28T10:11:57.931Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "130"
      ],
      "favorite_count" : "16",
      "id_str" : "1784510858496593920",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1784510858496593920",
      "created_at" : "Sun Apr 28 09:11:57 +0000 2024",
      "favorited" : false,
      "full_text" : "I'd like to thank the gentleman who, when I said \"mind the cill,\" replied \"and you mind yours.\" I've been laughing since Thursday.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1784238775028174848"
          ],
          "editableUntil" : "2024-04-27T16:10:48.177Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "143",
              "154"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "13",
      "id_str" : "1784238775028174848",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1784238775028174848",
      "created_at" : "Sat Apr 27 15:10:48 +0000 2024",
      "favorited" : false,
      "full_text" : "Repaired today: three hoovers, one accordion, one mother-and-daughter. They'd each brought in the same broken radio without telling the other. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1783049287343607810"
          ],
          "editableUntil" : "2024-04-24T09:24:12.213Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "26",
      "id_str" : "1783049287343607810",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1783049287343607810",
      "created_at" : "Wed Apr 24 08:24:12 +0000 2024",
      "favorited" : false,
      "full_text" : "Rain gauge: 6.3 mm, most of it in one go and most of that down my collar.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1782440791633018882"
          ],
          "editableUntil" : "2024-04-22T17:06:15.530Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "135"
      ],
      "favorite_count" : "120",
      "id_str" : "1782440791633018882",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1782440791633018882",
      "created_at" : "Mon Apr 22 16:06:15 +0000 2024",
      "favorited" : false,
      "full_text" : "Blossom on the pear tree by the hut. I don't do a thing for it. It just turns up each year like a cousin with good manners and flowers.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1781596749822636034"
          ],
          "editableUntil" : "2024-04-20T09:12:20.281Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "170"
      ],
      "favorite_count" : "114",
      "id_str" : "1781596749822636034",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1781596749822636034",
      "created_at" : "Sat Apr 20 08:12:20 +0000 2024",
      "favorited" : false,
      "full_text" : "I've asked Plan C, straight out, what happened to A and B. The skipper looked at his wife. His wife looked at the water. \"Spain,\" she said, \"and the other one was Geoff.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1781019243597692928"
          ],
          "editableUntil" : "2024-04-18T18:57:32.068Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "BoatNames",
            "indices" : [
              "110",
              "120"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "120"
      ],
      "favorite_count" : "21",
      "id_str" : "1781019243597692928",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1781019243597692928",
      "created_at" : "Thu Apr 18 17:57:32 +0000 2024",
      "favorited" : false,
      "full_text" : "Boat names: Second Wind, Third Mortgage, Bow Movement (a cellist, and she wasn't sorry), Aunt Enid's Revenge. #BoatNames",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1780147630542082048"
          ],
          "editableUntil" : "2024-04-16T09:14:03.321Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "75"
      ],
      "favorite_count" : "223",
      "in_reply_to_status_id_str" : "1780125486416035842",
      "id_str" : "1780147630542082048",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1780147630542082048",
      "in_reply_to_status_id" : "1780125486416035842",
      "created_at" : "Tue Apr 16 08:14:03 +0000 2024",
      "favorited" : false,
      "full_text" : "@towpath_tamsin We've named the gosling Stephen, and nobody is to tell him.",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1779606647149113345"
          ],
          "editableUntil" : "2024-04-14T21:24:22.829Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "130"
      ],
      "favorite_count" : "3",
      "id_str" : "1779606647149113345",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1779606647149113345",
      "created_at" : "Sun Apr 14 20:24:22 +0000 2024",
      "favorited" : false,
      "full_text" : "Ducklings: seven, and one gosling who's joined them and thinks that nobody has noticed. He's twice their size. He's doing so well.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1778698840694296576"
          ],
          "editableUntil" : "2024-04-12T09:17:04.904Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "39",
      "id_str" : "1778698840694296576",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1778698840694296576",
      "created_at" : "Fri Apr 12 08:17:04 +0000 2024",
      "favorited" : false,
      "full_text" : "Over Thrupple came fourth. I mention it purely for the record. I'll be mentioning it for the record all summer.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1778046478103224322"
          ],
          "editableUntil" : "2024-04-10T14:04:49.542Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "0",
      "id_str" : "1778046478103224322",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1778046478103224322",
      "created_at" : "Wed Apr 10 13:04:49 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @thrupple_band: Third!!! And all eleven of us in the photograph with our eyes open, which has never happened before either.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1777443499752472576"
          ],
          "editableUntil" : "2024-04-08T22:08:48.301Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "10"
      ],
      "favorite_count" : "22",
      "id_str" : "1777443499752472576",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1777443499752472576",
      "created_at" : "Mon Apr 08 21:08:48 +0000 2024",
      "favorited" : false,
      "full_text" : "Third! 🎺🎺🎺",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "edit" : {
          "initialTweetId" : "1776717952992858112",
          "editControlInitial" : {
            "editTweetIds" : [
              "1776717952992858112",
              "1776719760356704258"
            ],
            "editableUntil" : "2024-04-06T22:05:44.000Z",
            "editsRemaining" : "4",
            "isEditEligible" : true
          }
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "158"
      ],
      "favorite_count" : "141",
      "id_str" : "1776719760356704258",
      "truncated" : false,
      "retweet_count" : "18",
      "id" : "1776719760356704258",
      "created_at" : "Sat Apr 06 21:12:55 +0000 2024",
      "favorited" : false,
      "full_text" : "WE CAME THIRD. Not third from last, THIRD! The adjudicator wrote \"a horn solo of unexpected tenderness.\" I've read it to the pig, the cat and a passing kayak.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1776717952992858112",
            "1776719760356704258"
          ],
          "editableUntil" : "2024-04-06T22:05:44.000Z",
          "editsRemaining" : "4",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "161"
      ],
      "favorite_count" : "155",
      "id_str" : "1776717952992858112",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1776717952992858112",
      "created_at" : "Sat Apr 06 21:05:44 +0000 2024",
      "favorited" : false,
      "full_text" : "WE CAME THIRD. Not third from last, THIRD! The adjudicator wrote \"a horn solo of unexpected tenderness.\" I've read it to the pig, the cat and to a passing kayak.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1776341720540409857"
          ],
          "editableUntil" : "2024-04-05T21:10:43.667Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "20",
      "id_str" : "1776341720540409857",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1776341720540409857",
      "created_at" : "Fri Apr 05 20:10:43 +0000 2024",
      "favorited" : false,
      "full_text" : "Contest day tomorrow. I've oiled the valves, pressed the jacket, and told the herons nothing.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1774428538818146305"
          ],
          "editableUntil" : "2024-03-31T14:28:25.599Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "56"
      ],
      "favorite_count" : "16",
      "in_reply_to_status_id_str" : "1774423641659461634",
      "id_str" : "1774428538818146305",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1774428538818146305",
      "in_reply_to_status_id" : "1774423641659461634",
      "created_at" : "Sun Mar 31 13:28:25 +0000 2024",
      "favorited" : false,
      "full_text" : "He's fine. He's had soup. He's now asking me about pigs.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1774423641659461634"
          ],
          "editableUntil" : "2024-03-31T14:08:58.025Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "7",
      "id_str" : "1774423641659461634",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1774423641659461634",
      "created_at" : "Sun Mar 31 13:08:58 +0000 2024",
      "favorited" : false,
      "full_text" : "Today's question, from a man on a paddleboard: \"Do I need a lock?\" Sir, I don't think there's anything I could tell you that the lock won't.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1774345895002734594"
          ],
          "editableUntil" : "2024-03-31T09:00:01.778Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "156",
      "id_str" : "1774345895002734594",
      "truncated" : false,
      "retweet_count" : "21",
      "id" : "1774345895002734594",
      "created_at" : "Sun Mar 31 08:00:01 +0000 2024",
      "favorited" : false,
      "full_text" : "Clocks forward AND Easter. Twenty clocks, sixty boats, one me. The airing cupboard clock is now right again and unbearably smug about it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1774157648511340545"
          ],
          "editableUntil" : "2024-03-30T20:32:00.317Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "123",
              "134"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "134"
      ],
      "favorite_count" : "150",
      "id_str" : "1774157648511340545",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1774157648511340545",
      "created_at" : "Sat Mar 30 19:32:00 +0000 2024",
      "favorited" : false,
      "full_text" : "A lady brought her late husband's alarm clock, which she has hated for forty years. \"Mend it,\" she said, \"it's too quiet.\" #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1772202679082766337"
          ],
          "editableUntil" : "2024-03-25T11:03:39.283Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "152"
      ],
      "favorite_count" : "80",
      "id_str" : "1772202679082766337",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1772202679082766337",
      "created_at" : "Mon Mar 25 10:03:39 +0000 2024",
      "favorited" : false,
      "full_text" : "Practised the solo in the hut. The cat left, the pig stayed. When I'd got to the end of it there were four boats waiting, and not one had rung the bell.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1771235110836137986"
          ],
          "editableUntil" : "2024-03-22T18:58:53.037Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "50"
      ],
      "favorite_count" : "41",
      "id_str" : "1771235110836137986",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1771235110836137986",
      "created_at" : "Fri Mar 22 17:58:53 +0000 2024",
      "favorited" : false,
      "full_text" : "I'm not bitter. He is. That's what makes him good.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1770547605024854018"
          ],
          "editableUntil" : "2024-03-20T21:26:58.878Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "29",
      "id_str" : "1770547605024854018",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1770547605024854018",
      "created_at" : "Wed Mar 20 20:26:58 +0000 2024",
      "favorited" : false,
      "full_text" : "Spring show. Bernard came second! In Preserves, Pickles &amp; Other. First went to Deborah. The curate has offered to forgive me.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1769266955753660418"
          ],
          "editableUntil" : "2024-03-17T08:38:08.299Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "120"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1769257895673851906",
      "id_str" : "1769266955753660418",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1769266955753660418",
      "in_reply_to_status_id" : "1769257895673851906",
      "created_at" : "Sun Mar 17 07:38:08 +0000 2024",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil Welcome back! The kettle's on, the pig's bigger, and there's a thing we don't mention about the arrows.",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1768322901573263360"
          ],
          "editableUntil" : "2024-03-14T18:06:48.242Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "22"
      ],
      "favorite_count" : "31",
      "in_reply_to_status_id_str" : "1768314848429355008",
      "id_str" : "1768322901573263360",
      "in_reply_to_user_id" : "1006461102734983168",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1768322901573263360",
      "in_reply_to_status_id" : "1768314848429355008",
      "created_at" : "Thu Mar 14 17:06:48 +0000 2024",
      "favorited" : false,
      "full_text" : "@towpath_tamsin Forty?",
      "lang" : "en",
      "in_reply_to_screen_name" : "towpath_tamsin",
      "in_reply_to_user_id_str" : "1006461102734983168"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1767111325627928576"
          ],
          "editableUntil" : "2024-03-11T09:52:26.027Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "44"
      ],
      "favorite_count" : "76",
      "id_str" : "1767111325627928576",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1767111325627928576",
      "created_at" : "Mon Mar 11 08:52:26 +0000 2024",
      "favorited" : false,
      "full_text" : "Two hire boats have followed Kevin's arrows.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1766551033889857537"
          ],
          "editableUntil" : "2024-03-09T20:46:02.067Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/vGOGLcZdA9",
            "expanded_url" : "https://example.org/lock9/arrows",
            "display_url" : "example.org/lock9/arrows",
            "indices" : [
              "131",
              "154"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "154"
      ],
      "favorite_count" : "73",
      "id_str" : "1766551033889857537",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1766551033889857537",
      "possibly_sensitive" : false,
      "created_at" : "Sat Mar 09 19:46:02 +0000 2024",
      "favorited" : false,
      "full_text" : "Kevin's got paint on both feet. There's a line of white arrows going along the towpath to Lock 10, all pointing at the wrong lock. https://t.co/vGOGLcZdA9",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1455445561497149441"
          ],
          "editableUntil" : "2021-11-02T08:33:57.388Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "2",
      "id_str" : "1455445561497149441",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1455445561497149441",
      "created_at" : "Tue Nov 02 08:03:57 +0000 2021",
      "favorited" : false,
      "full_text" : "There is a ginger cat on the balance beam with one and a half ears and the manner of somebody who has paid rent in advance.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1454201545559474178"
          ],
          "editableUntil" : "2021-10-29T22:10:40.876Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "2",
      "id_str" : "1454201545559474178",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1454201545559474178",
      "created_at" : "Fri Oct 29 21:40:40 +0000 2021",
      "favorited" : false,
      "full_text" : "First frost. Wound every clock in the cottage, which takes eleven minutes, or by the kitchen clock, nine.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1452531370050592768"
          ],
          "editableUntil" : "2021-10-25T07:34:00.004Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "1",
      "id_str" : "1452531370050592768",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1452531370050592768",
      "created_at" : "Mon Oct 25 07:04:00 +0000 2021",
      "favorited" : false,
      "full_text" : "\"Hedge reasons.\" I have read the notice three times and I still feel the hedge has something on them.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1453461094014181376"
          ],
          "editableUntil" : "2021-10-27T21:08:23.471Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "91"
      ],
      "favorite_count" : "2",
      "id_str" : "1453461094014181376",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1453461094014181376",
      "created_at" : "Wed Oct 27 20:38:23 +0000 2021",
      "favorited" : false,
      "full_text" : "Overheard on the towpath: \"I don't hate nature, Colin, I just think it should start later.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1451829165707628545"
          ],
          "editableUntil" : "2021-10-23T09:03:41.443Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "0",
      "id_str" : "1451829165707628545",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1451829165707628545",
      "created_at" : "Sat Oct 23 08:33:41 +0000 2021",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: The towpath between Lock 8 and Lock 10 will be closed on Thursday for hedge reasons.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1451143434908278785"
          ],
          "editableUntil" : "2021-10-21T11:38:50.480Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "BoatNames",
            "indices" : [
              "131",
              "141"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "141"
      ],
      "favorite_count" : "3",
      "id_str" : "1451143434908278785",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1451143434908278785",
      "created_at" : "Thu Oct 21 11:08:50 +0000 2021",
      "favorited" : false,
      "full_text" : "Today's boat names, in order of arrival: Dawn Treacle, Aqua Holic II, Knot Working, and one just called Susan. I liked Susan best. #BoatNames",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1450579359215960065"
          ],
          "editableUntil" : "2021-10-19T22:17:24.355Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1450506882870030338",
      "id_str" : "1450579359215960065",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1450579359215960065",
      "in_reply_to_status_id" : "1450506882870030338",
      "created_at" : "Tue Oct 19 21:47:24 +0000 2021",
      "favorited" : false,
      "full_text" : "@nell_postround In my defence, I did not know you were at the door when I said \"Bernard, you greedy little puddle.\"",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1449466350823931904"
          ],
          "editableUntil" : "2021-10-16T20:34:42.475Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Sourdough",
            "indices" : [
              "140",
              "150"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "150"
      ],
      "favorite_count" : "1",
      "id_str" : "1449466350823931904",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1449466350823931904",
      "created_at" : "Sat Oct 16 20:04:42 +0000 2021",
      "favorited" : false,
      "full_text" : "Bernard has doubled in size and pushed the lid off. Bernard is a sourdough starter. I mention it because of the look the postwoman gave me. #Sourdough",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1449444896328847360"
          ],
          "editableUntil" : "2021-10-16T19:09:27.325Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "162"
      ],
      "favorite_count" : "1",
      "id_str" : "1449444896328847360",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1449444896328847360",
      "created_at" : "Sat Oct 16 18:39:27 +0000 2021",
      "favorited" : false,
      "full_text" : "A man brought me a mantel clock in a pillowcase today and said \"it stopped when my aunt did.\" It was the mainspring. His aunt is fine, she has moved to the coast.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1447812089031221248"
          ],
          "editableUntil" : "2021-10-12T07:01:15.729Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RainGauge",
            "indices" : [
              "111",
              "121"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "121"
      ],
      "favorite_count" : "7",
      "id_str" : "1447812089031221248",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1447812089031221248",
      "created_at" : "Tue Oct 12 06:31:15 +0000 2021",
      "favorited" : false,
      "full_text" : "Rain gauge: 11.4 mm overnight. The rain gauge is a jam jar with ideas above its station, but it is my jam jar. #RainGauge",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1447268825679765504"
          ],
          "editableUntil" : "2021-10-10T19:02:31.653Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/MmRy6mCFWv",
            "expanded_url" : "https://example.org/lock9/the-inspector",
            "display_url" : "example.org/lock9/the-ins…",
            "indices" : [
              "133",
              "156"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "156"
      ],
      "favorite_count" : "2",
      "id_str" : "1447268825679765504",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1447268825679765504",
      "possibly_sensitive" : false,
      "created_at" : "Sun Oct 10 18:32:31 +0000 2021",
      "favorited" : false,
      "full_text" : "The heron has been standing by the lower gate since six. He has not fished. He is simply checking my work. I call him the Inspector. https://t.co/MmRy6mCFWv",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1446585795061493762"
          ],
          "editableUntil" : "2021-10-08T21:48:24.464Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "3",
      "id_str" : "1446585795061493762",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1446585795061493762",
      "created_at" : "Fri Oct 08 21:18:24 +0000 2021",
      "favorited" : false,
      "full_text" : "For the new people (both of you): a lock is a lift for boats, powered by gravity and by someone called Brian shouting \"which way do I turn it?\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1445694070049734656"
          ],
          "editableUntil" : "2021-10-06T10:45:00.653Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "6",
      "id_str" : "1445694070049734656",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1445694070049734656",
      "created_at" : "Wed Oct 06 10:15:00 +0000 2021",
      "favorited" : false,
      "full_text" : "I have four followers. One is my cousin, one is the parish council, and two appear to be selling sunglasses. Welcome, all of you.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1444923345354981377"
          ],
          "editableUntil" : "2021-10-04T07:42:25.567Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "159"
      ],
      "favorite_count" : "2",
      "id_str" : "1444923345354981377",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1444923345354981377",
      "created_at" : "Mon Oct 04 07:12:25 +0000 2021",
      "favorited" : false,
      "full_text" : "New phone, new account. I am the lock-keeper at Lock 9 on the Thrupple Cut. I open gates, I mend clocks, and I am told this is where one complains about bread.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1840486818508926977"
          ],
          "editableUntil" : "2024-09-29T21:20:26.781Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "88",
      "id_str" : "1840486818508926977",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1840486818508926977",
      "created_at" : "Sun Sep 29 20:20:26 +0000 2024",
      "favorited" : false,
      "full_text" : "First cup, the weather.\nSecond cup, the family.\nI'll not be telling you about the third. ☕",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1839611627571367938"
          ],
          "editableUntil" : "2024-09-27T11:22:45.001Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "4",
      "id_str" : "1839611627571367938",
      "truncated" : false,
      "retweet_count" : "14",
      "id" : "1839611627571367938",
      "created_at" : "Fri Sep 27 10:22:45 +0000 2024",
      "favorited" : false,
      "full_text" : "The kettle's on, for two. Gasket has been moved off the good chair. He says he knew in 2022.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1838831923335168001"
          ],
          "editableUntil" : "2024-09-25T07:44:29.025Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "41"
      ],
      "favorite_count" : "0",
      "id_str" : "1838831923335168001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1838831923335168001",
      "created_at" : "Wed Sep 25 06:44:29 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @nell_postround: Professional secrecy.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1838278421361659905"
          ],
          "editableUntil" : "2024-09-23T19:05:03.871Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "7",
      "in_reply_to_status_id_str" : "1838276408328921089",
      "id_str" : "1838278421361659905",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1838278421361659905",
      "in_reply_to_status_id" : "1838276408328921089",
      "created_at" : "Mon Sep 23 18:05:03 +0000 2024",
      "favorited" : false,
      "full_text" : "@nell_postround I've just remembered that you've got a russet tree, Nell.",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1837587599973937154"
          ],
          "editableUntil" : "2024-09-21T21:19:59.217Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "130"
      ],
      "favorite_count" : "145",
      "in_reply_to_status_id_str" : "1837577179933851648",
      "id_str" : "1837587599973937154",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1837587599973937154",
      "in_reply_to_status_id" : "1837577179933851648",
      "created_at" : "Sat Sep 21 20:19:59 +0000 2024",
      "favorited" : false,
      "full_text" : "IN BIRO. It's a very particular heron, it's got a scarf. I've compared it with the cards. Whoever you are, you grow a good russet.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1837577179933851648"
          ],
          "editableUntil" : "2024-09-21T20:38:34.886Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "296",
      "id_str" : "1837577179933851648",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1837577179933851648",
      "created_at" : "Sat Sep 21 19:38:34 +0000 2024",
      "favorited" : false,
      "full_text" : "Apple season. There are nine bags on my step, none of them signed, and one has a heron drawn on it in biro.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1837526127654518785"
          ],
          "editableUntil" : "2024-09-21T17:15:43.074Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "178",
              "189"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "189"
      ],
      "favorite_count" : "191",
      "id_str" : "1837526127654518785",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1837526127654518785",
      "created_at" : "Sat Sep 21 16:15:43 +0000 2024",
      "favorited" : false,
      "full_text" : "Repair café: somebody brought in the bear. The talking bear! It's had a career, it's tired, and it would like to be quiet now. We took the batteries out, with everyone standing. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1835202846681735169"
          ],
          "editableUntil" : "2024-09-15T07:23:49.726Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "165"
      ],
      "favorite_count" : "59",
      "id_str" : "1835202846681735169",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1835202846681735169",
      "created_at" : "Sun Sep 15 06:23:49 +0000 2024",
      "favorited" : false,
      "full_text" : "A new log book today, the old one's full. First line: \"Fair. Wind light, west. Eleven boats. The heron present.\" I could've copied it from 1868, and in a way I have.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1834638514005860352"
          ],
          "editableUntil" : "2024-09-13T18:01:22.331Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Silver Band",
            "screen_name" : "thrupple_band",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "996978617497411586",
            "id" : "996978617497411586"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "78",
      "in_reply_to_status_id_str" : "1834564526330105857",
      "id_str" : "1834638514005860352",
      "in_reply_to_user_id" : "996978617497411586",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1834638514005860352",
      "in_reply_to_status_id" : "1834564526330105857",
      "created_at" : "Fri Sep 13 17:01:22 +0000 2024",
      "favorited" : false,
      "full_text" : "@thrupple_band No, nobody pushed me. There wasn't even any ice.",
      "lang" : "en",
      "in_reply_to_screen_name" : "thrupple_band",
      "in_reply_to_user_id_str" : "996978617497411586"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1833988942392262658"
          ],
          "editableUntil" : "2024-09-11T23:00:12.390Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "83",
      "id_str" : "1833988942392262658",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1833988942392262658",
      "created_at" : "Wed Sep 11 22:00:12 +0000 2024",
      "favorited" : false,
      "full_text" : "Juno's been moved up to second horn, and I'm on third again, by my own request. I like it down there. You can hear everyone.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1833052772568313856"
          ],
          "editableUntil" : "2024-09-09T09:00:12.110Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "147"
      ],
      "favorite_count" : "23",
      "id_str" : "1833052772568313856",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1833052772568313856",
      "created_at" : "Mon Sep 09 08:00:12 +0000 2024",
      "favorited" : false,
      "full_text" : "Best Kept Bench: FIRST. Three years I've waited. I have thanked the gates, the parish and the hedge. The hedge did not react, but then it wouldn't.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1822315398773223424"
          ],
          "editableUntil" : "2024-08-10T17:53:42.707Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "166",
              "177"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "177"
      ],
      "favorite_count" : "42",
      "id_str" : "1822315398773223424",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1822315398773223424",
      "created_at" : "Sat Aug 10 16:53:42 +0000 2024",
      "favorited" : false,
      "full_text" : "Juno ran the repair café alone today as I'd a lock full of scouts. She mended nine of eleven, cried over one, and has told the last that it's \"a lad with no future.\" #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1821135329245605888"
          ],
          "editableUntil" : "2024-08-07T11:44:32.207Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "104",
      "id_str" : "1821135329245605888",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1821135329245605888",
      "created_at" : "Wed Aug 07 10:44:32 +0000 2024",
      "favorited" : false,
      "full_text" : "If you shout \"how hard can it be\" within fifty yards of my lock, I'm allowed by custom to fetch a chair.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1820347407768174593"
          ],
          "editableUntil" : "2024-08-05T07:33:37.088Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "9",
      "id_str" : "1820347407768174593",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1820347407768174593",
      "created_at" : "Mon Aug 05 06:33:37 +0000 2024",
      "favorited" : false,
      "full_text" : "The horse drank from the top pound, looked at the pig, and looked at me. I said \"I know.\" It seemed enough.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1819849311349190656"
          ],
          "editableUntil" : "2024-08-03T22:34:21.647Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "118",
      "id_str" : "1819849311349190656",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1819849311349190656",
      "created_at" : "Sat Aug 03 21:34:21 +0000 2024",
      "favorited" : false,
      "full_text" : "A boat went by tonight with no engine, towed by a horse, the way it used to be. It didn't make a sound. I'd never heard the canal before, not really.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1817291788341796865"
          ],
          "editableUntil" : "2024-07-27T21:11:40.646Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Edwin (Clocks)",
            "screen_name" : "escapement_ed",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "984204448081788930",
            "id" : "984204448081788930"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "89"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1817208993233879041",
      "id_str" : "1817291788341796865",
      "in_reply_to_user_id" : "984204448081788930",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1817291788341796865",
      "in_reply_to_status_id" : "1817208993233879041",
      "created_at" : "Sat Jul 27 20:11:40 +0000 2024",
      "favorited" : false,
      "full_text" : "@escapement_ed I hear that the cuckoo's laid an egg. Edwin. Edwin, what's inside the egg?",
      "lang" : "en",
      "in_reply_to_screen_name" : "escapement_ed",
      "in_reply_to_user_id_str" : "984204448081788930"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1816575586345390082"
          ],
          "editableUntil" : "2024-07-25T21:45:44.784Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "84"
      ],
      "favorite_count" : "102",
      "id_str" : "1816575586345390082",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1816575586345390082",
      "created_at" : "Thu Jul 25 20:45:44 +0000 2024",
      "favorited" : false,
      "full_text" : "Rain at last after nineteen dry days, 9.1 mm, and the whole garden put its hands up.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1817299361845018625"
          ],
          "editableUntil" : "2024-07-27T21:41:46.310Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "28",
      "in_reply_to_status_id_str" : "1817291788341796865",
      "id_str" : "1817299361845018625",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1817299361845018625",
      "in_reply_to_status_id" : "1817291788341796865",
      "created_at" : "Sat Jul 27 20:41:46 +0000 2024",
      "favorited" : false,
      "full_text" : "It's a smaller clock. Of course it is. I've known this man for thirty years and I'm still not ready.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1814745491176124418"
          ],
          "editableUntil" : "2024-07-20T20:33:36.094Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "22",
      "id_str" : "1814745491176124418",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1814745491176124418",
      "created_at" : "Sat Jul 20 19:33:36 +0000 2024",
      "favorited" : false,
      "full_text" : "Lost property, July:\n- a snorkel\n- a single castanet\n- a birthday cake (whole)\n- a note saying SORRY ABOUT THE CAKE.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1815676869471801345"
          ],
          "editableUntil" : "2024-07-23T10:14:33.984Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "33"
      ],
      "favorite_count" : "221",
      "id_str" : "1815676869471801345",
      "truncated" : false,
      "retweet_count" : "12",
      "id" : "1815676869471801345",
      "created_at" : "Tue Jul 23 09:14:33 +0000 2024",
      "favorited" : false,
      "full_text" : "It was lemon. We've forgiven you.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1813999806275923970"
          ],
          "editableUntil" : "2024-07-18T19:10:30.959Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "88"
      ],
      "favorite_count" : "141",
      "id_str" : "1813999806275923970",
      "truncated" : false,
      "retweet_count" : "11",
      "id" : "1813999806275923970",
      "created_at" : "Thu Jul 18 18:10:30 +0000 2024",
      "favorited" : false,
      "full_text" : "Ducklings: all seven raised. Stephen: raised as well. He's started to walk at the front.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1813704275392012289"
          ],
          "editableUntil" : "2024-07-17T23:36:10.906Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "180"
      ],
      "favorite_count" : "81",
      "id_str" : "1813704275392012289",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1813704275392012289",
      "created_at" : "Wed Jul 17 22:36:10 +0000 2024",
      "favorited" : false,
      "full_text" : "A gentleman's told me that my lock is \"charming but inefficient.\" It lifts twenty tons by six feet with no engine and nobody's ever had to plug it in. He was holding a leaf blower.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1813684050449453056"
          ],
          "editableUntil" : "2024-07-17T22:15:48.904Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "151"
      ],
      "favorite_count" : "78",
      "id_str" : "1813684050449453056",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1813684050449453056",
      "created_at" : "Wed Jul 17 21:15:48 +0000 2024",
      "favorited" : false,
      "full_text" : "First rehearsal with the new third horn. It's Juno. She's loud, wrong and fearless. I heard myself say \"more shape, less volume\" and I had to sit down.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1811874201141125121"
          ],
          "editableUntil" : "2024-07-12T22:24:07.203Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "42",
      "in_reply_to_status_id_str" : "1811801221067993088",
      "id_str" : "1811874201141125121",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1811874201141125121",
      "in_reply_to_status_id" : "1811801221067993088",
      "created_at" : "Fri Jul 12 21:24:07 +0000 2024",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil You've got fourteen days by the by-laws. After that I have to notice you.",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1810791163757064194"
          ],
          "editableUntil" : "2024-07-09T22:40:30.969Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "0",
      "id_str" : "1810791163757064194",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1810791163757064194",
      "created_at" : "Tue Jul 09 21:40:30 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @narrowboat_gwil: Moored at Lock 9. There's a wireless playing dance music, a pig asleep on a life ring, and I'm not leaving until Octob…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1810023823564333057"
          ],
          "editableUntil" : "2024-07-07T19:51:22.811Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "1",
      "id_str" : "1810023823564333057",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1810023823564333057",
      "created_at" : "Sun Jul 07 18:51:22 +0000 2024",
      "favorited" : false,
      "full_text" : "Somebody asked why I keep a radio that can only get three stations. It's because they're the right three.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1809134459364032513"
          ],
          "editableUntil" : "2024-07-05T08:57:21.862Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "103"
      ],
      "favorite_count" : "120",
      "id_str" : "1809134459364032513",
      "truncated" : false,
      "retweet_count" : "21",
      "id" : "1809134459364032513",
      "created_at" : "Fri Jul 05 07:57:21 +0000 2024",
      "favorited" : false,
      "full_text" : "Juno has repaired Winifred's dial lamp. She glows now, a soft amber, like a pub you've been told about.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1808564979483656194"
          ],
          "editableUntil" : "2024-07-03T19:14:27.278Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "122"
      ],
      "favorite_count" : "25",
      "id_str" : "1808564979483656194",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1808564979483656194",
      "created_at" : "Wed Jul 03 18:14:27 +0000 2024",
      "favorited" : false,
      "full_text" : "Hot again. The Inspector's found the only shade on the flight: me. He has stood behind me for an hour, and I daren't move.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1806731698622144514"
          ],
          "editableUntil" : "2024-06-28T17:49:39.060Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "57"
      ],
      "favorite_count" : "180",
      "id_str" : "1806731698622144514",
      "truncated" : false,
      "retweet_count" : "18",
      "id" : "1806731698622144514",
      "created_at" : "Fri Jun 28 16:49:39 +0000 2024",
      "favorited" : false,
      "full_text" : "Gasket's back from Travel. He's gone very quiet about it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1805864545367556097"
          ],
          "editableUntil" : "2024-06-26T08:23:53.613Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/OFs4whMeOz",
            "expanded_url" : "https://example.org/lock9/travel-section",
            "display_url" : "example.org/lock9/travel-…",
            "indices" : [
              "136",
              "159"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "159"
      ],
      "favorite_count" : "12",
      "id_str" : "1805864545367556097",
      "truncated" : false,
      "retweet_count" : "27",
      "id" : "1805864545367556097",
      "possibly_sensitive" : false,
      "created_at" : "Wed Jun 26 07:23:53 +0000 2024",
      "favorited" : false,
      "full_text" : "Boat of the month: a floating library with a cat in every window. Gasket's applied for a reader's ticket. 📚 He was last seen in Travel. https://t.co/OFs4whMeOz",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1535736924537737216"
          ],
          "editableUntil" : "2022-06-11T22:03:10.079Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "158",
              "169"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "169"
      ],
      "favorite_count" : "13",
      "id_str" : "1535736924537737216",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1535736924537737216",
      "created_at" : "Sat Jun 11 21:33:10 +0000 2022",
      "favorited" : false,
      "full_text" : "Repair café: fixed a music box that played half a waltz. The owner burst into tears at the other half, she'd never heard it. Some Saturdays they let you win. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1535723823955595264"
          ],
          "editableUntil" : "2022-06-11T21:11:06.656Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "8",
      "id_str" : "1535723823955595264",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1535723823955595264",
      "created_at" : "Sat Jun 11 20:41:06 +0000 2022",
      "favorited" : false,
      "full_text" : "Today in the lost property box: one oar, one sandal, one book called How to Be Organised, due back in 2009.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1534568352683319298"
          ],
          "editableUntil" : "2022-06-08T16:39:40.837Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gwil afloat",
            "screen_name" : "narrowboat_gwil",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "966507840889896961",
            "id" : "966507840889896961"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "89"
      ],
      "favorite_count" : "10",
      "in_reply_to_status_id_str" : "1534535133132300288",
      "id_str" : "1534568352683319298",
      "in_reply_to_user_id" : "966507840889896961",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1534568352683319298",
      "in_reply_to_status_id" : "1534535133132300288",
      "created_at" : "Wed Jun 08 16:09:40 +0000 2022",
      "favorited" : false,
      "full_text" : "@narrowboat_gwil Of course I remember you, you're the one who said thank you to the lock.",
      "lang" : "en",
      "in_reply_to_screen_name" : "narrowboat_gwil",
      "in_reply_to_user_id_str" : "966507840889896961"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1532610689398824962"
          ],
          "editableUntil" : "2022-06-03T07:00:37.539Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "12",
      "id_str" : "1532610689398824962",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1532610689398824962",
      "created_at" : "Fri Jun 03 06:30:37 +0000 2022",
      "favorited" : false,
      "full_text" : "Ducklings: eight. I don't want to talk about it. The pike and I are no longer on terms.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1533818674913873922"
          ],
          "editableUntil" : "2022-06-06T15:00:43.729Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "8",
      "id_str" : "1533818674913873922",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1533818674913873922",
      "created_at" : "Mon Jun 06 14:30:43 +0000 2022",
      "favorited" : false,
      "full_text" : "Flotilla day: forty boats in one day, and I pushed the gates for most of them. I can no longer lift my arms above a complaint.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1530805300983496704"
          ],
          "editableUntil" : "2022-05-29T07:26:39.398Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "83"
      ],
      "favorite_count" : "2",
      "id_str" : "1530805300983496704",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1530805300983496704",
      "created_at" : "Sun May 29 06:56:39 +0000 2022",
      "favorited" : false,
      "full_text" : "The cow's timing is better, says the second horn. His knee is fine again, I notice.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1529584505223290882"
          ],
          "editableUntil" : "2022-05-25T22:35:39.008Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "0",
      "id_str" : "1529584505223290882",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1529584505223290882",
      "created_at" : "Wed May 25 22:05:39 +0000 2022",
      "favorited" : false,
      "full_text" : "Band practice was held outdoors. A wind got up in the second movement and my part is now in the possession of a cow.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1528833377756565504"
          ],
          "editableUntil" : "2022-05-23T20:50:56.264Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "4",
      "id_str" : "1528833377756565504",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1528833377756565504",
      "created_at" : "Mon May 23 20:20:56 +0000 2022",
      "favorited" : false,
      "full_text" : "Gasket sleeps on Winifred because she is warm. She hums. He hums. I have not had such good company at this table since the plumbers.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1529579926057934849"
          ],
          "editableUntil" : "2022-05-25T22:17:27.250Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "112"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1529507198369984514",
      "id_str" : "1529579926057934849",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1529579926057934849",
      "in_reply_to_status_id" : "1529507198369984514",
      "created_at" : "Wed May 25 21:47:27 +0000 2022",
      "favorited" : false,
      "full_text" : "@bargepole_bert You can't \"nearly\" shut a lock gate, Bert. It's like being nearly pregnant or nearly in Belgium.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1527550229849681921"
          ],
          "editableUntil" : "2022-05-20T07:52:09.964Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "125"
      ],
      "favorite_count" : "5",
      "id_str" : "1527550229849681921",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1527550229849681921",
      "created_at" : "Fri May 20 07:22:09 +0000 2022",
      "favorited" : false,
      "full_text" : "If you have a valve set on the bench, remember that it is full of high voltage and somebody's childhood. Go slowly with both.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1526938096541605890"
          ],
          "editableUntil" : "2022-05-18T15:19:46.010Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "179"
      ],
      "favorite_count" : "21",
      "id_str" : "1526938096541605890",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1526938096541605890",
      "created_at" : "Wed May 18 14:49:46 +0000 2022",
      "favorited" : false,
      "full_text" : "Winifred works! Winifred is a valve wireless from 1938 and I have been at her since Christmas. First words after sixty years of silence: the cricket score. She has missed nothing.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1526085692299272192"
          ],
          "editableUntil" : "2022-05-16T06:52:37.002Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "58"
      ],
      "favorite_count" : "1",
      "id_str" : "1526085692299272192",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1526085692299272192",
      "created_at" : "Mon May 16 06:22:37 +0000 2022",
      "favorited" : false,
      "full_text" : "The goose listened, that's the thing. I could name people.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1525407366297608193"
          ],
          "editableUntil" : "2022-05-14T09:57:11.480Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tamsin T.",
            "screen_name" : "towpath_tamsin",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1006461102734983168",
            "id" : "1006461102734983168"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "0",
      "id_str" : "1525407366297608193",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1525407366297608193",
      "created_at" : "Sat May 14 09:27:11 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @towpath_tamsin: Saw the lock-keeper at 9 give a full safety briefing to a goose. The goose went through correctly.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1524660722774732802"
          ],
          "editableUntil" : "2022-05-12T08:30:17.792Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "134"
      ],
      "favorite_count" : "18",
      "id_str" : "1524660722774732802",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1524660722774732802",
      "created_at" : "Thu May 12 08:00:17 +0000 2022",
      "favorited" : false,
      "full_text" : "I was asked today what a lock-keeper does in the gaps between the boats. Madam, the gaps ARE the job. The boats are the interruptions.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1523749193172176897"
          ],
          "editableUntil" : "2022-05-09T20:08:12.200Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "BoatNames",
            "indices" : [
              "140",
              "150"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "150"
      ],
      "favorite_count" : "3",
      "id_str" : "1523749193172176897",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1523749193172176897",
      "created_at" : "Mon May 09 19:38:12 +0000 2022",
      "favorited" : false,
      "full_text" : "Boat names: Floating Voter, Cirrhosis of the River, Plan C. A strong morning. The skipper of Plan C would not say what happened to A and B. #BoatNames",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1523718766911479809"
          ],
          "editableUntil" : "2022-05-09T18:07:18.014Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "12",
      "in_reply_to_status_id_str" : "1523713048509333504",
      "id_str" : "1523718766911479809",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1523718766911479809",
      "in_reply_to_status_id" : "1523713048509333504",
      "created_at" : "Mon May 09 17:37:18 +0000 2022",
      "favorited" : false,
      "full_text" : "Question 4: \"Do you have regular contact with colleagues?\" I have put: heron, daily. Cat, when it suits him. Eel, seasonal.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1523713048509333504"
          ],
          "editableUntil" : "2022-05-09T17:44:34.641Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "0",
      "id_str" : "1523713048509333504",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1523713048509333504",
      "created_at" : "Mon May 09 17:14:34 +0000 2022",
      "favorited" : false,
      "full_text" : "The canal trust has sent me a form titled \"Wellbeing at Remote Structures.\" I am flattered on behalf of the structure.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1521418190418132992"
          ],
          "editableUntil" : "2022-05-03T09:45:37.835Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "58"
      ],
      "favorite_count" : "5",
      "id_str" : "1521418190418132992",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1521418190418132992",
      "created_at" : "Tue May 03 09:15:37 +0000 2022",
      "favorited" : false,
      "full_text" : "Duckling count: nine. I check it more often than the bank.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1520115660451594240"
          ],
          "editableUntil" : "2022-04-29T19:29:50.491Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "81"
      ],
      "favorite_count" : "0",
      "id_str" : "1520115660451594240",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1520115660451594240",
      "created_at" : "Fri Apr 29 18:59:50 +0000 2022",
      "favorited" : false,
      "full_text" : "Someone has scratched TINA 4 THE HERON on the mooring post. Join the queue, Tina.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1519239144013549570"
          ],
          "editableUntil" : "2022-04-27T09:26:52.688Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/OYeBQqIiqY",
            "expanded_url" : "https://example.org/lock9/burnt-loaf",
            "display_url" : "example.org/lock9/burnt-l…",
            "indices" : [
              "12",
              "35"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "35"
      ],
      "favorite_count" : "0",
      "id_str" : "1519239144013549570",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1519239144013549570",
      "possibly_sensitive" : false,
      "created_at" : "Wed Apr 27 08:56:52 +0000 2022",
      "favorited" : false,
      "full_text" : "Burnt loaf. https://t.co/OYeBQqIiqY",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1518678293417889793"
          ],
          "editableUntil" : "2022-04-25T20:18:15.486Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "2",
      "id_str" : "1518678293417889793",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1518678293417889793",
      "created_at" : "Mon Apr 25 19:48:15 +0000 2022",
      "favorited" : false,
      "full_text" : "The light on the bottom pound just now. I won't describe it, I have bread in. But I did stand there long enough to burn it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1751181996821315586"
          ],
          "editableUntil" : "2024-01-27T10:54:58.087Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "36"
      ],
      "favorite_count" : "110",
      "id_str" : "1751181996821315586",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1751181996821315586",
      "created_at" : "Sat Jan 27 09:54:58 +0000 2024",
      "favorited" : false,
      "full_text" : "Mild and grey. Nothing passed. Sang.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1750614224678379520"
          ],
          "editableUntil" : "2024-01-25T21:18:50.659Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "17",
      "id_str" : "1750614224678379520",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1750614224678379520",
      "created_at" : "Thu Jan 25 20:18:50 +0000 2024",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby is 93. She's given up sugar, \"for the challenge.\" I've seen her look at my jam the way that the Inspector looks at a minnow.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1750272376029954048"
          ],
          "editableUntil" : "2024-01-24T22:40:27.590Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "118"
      ],
      "favorite_count" : "22",
      "id_str" : "1750272376029954048",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1750272376029954048",
      "created_at" : "Wed Jan 24 21:40:27 +0000 2024",
      "favorited" : false,
      "full_text" : "The second horn part of the new piece begins with a solo. I've looked at it from several angles, and it's still there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1748630058503229442"
          ],
          "editableUntil" : "2024-01-20T09:54:28.579Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "19",
      "id_str" : "1748630058503229442",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1748630058503229442",
      "created_at" : "Sat Jan 20 08:54:28 +0000 2024",
      "favorited" : false,
      "full_text" : "New on the bench: a carriage clock that only goes when it's lying on its back. We've all had Januaries like it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1748052511319486464"
          ],
          "editableUntil" : "2024-01-18T19:39:30.600Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "155"
      ],
      "favorite_count" : "51",
      "id_str" : "1748052511319486464",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1748052511319486464",
      "created_at" : "Thu Jan 18 18:39:30 +0000 2024",
      "favorited" : false,
      "full_text" : "Snowed in on the wrong side of the bridge with two walkers, a rye loaf and a wireless. They're called Femke &amp; Odo, they're lost, and they do harmonies.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1747319835104567297"
          ],
          "editableUntil" : "2024-01-16T19:08:06.978Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/mWLmztfIot",
            "expanded_url" : "https://example.org/lock9/pig-print",
            "display_url" : "example.org/lock9/pig-pri…",
            "indices" : [
              "152",
              "175"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "175"
      ],
      "favorite_count" : "7",
      "id_str" : "1747319835104567297",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1747319835104567297",
      "possibly_sensitive" : false,
      "created_at" : "Tue Jan 16 18:08:06 +0000 2024",
      "favorited" : false,
      "full_text" : "Snow, at last, a proper one. The towpath's been signed by everybody: fox, moorhen, postwoman, pig. You can see where the pig sat down to think it over. https://t.co/mWLmztfIot",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1746473940319137792"
          ],
          "editableUntil" : "2024-01-14T11:06:49.945Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Heron Watch Nether Thrupple",
            "screen_name" : "heronwatch_nt",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1010069880495816705",
            "id" : "1010069880495816705"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "21",
      "in_reply_to_status_id_str" : "1746418070341935104",
      "id_str" : "1746473940319137792",
      "in_reply_to_user_id" : "1010069880495816705",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1746473940319137792",
      "in_reply_to_status_id" : "1746418070341935104",
      "created_at" : "Sun Jan 14 10:06:49 +0000 2024",
      "favorited" : false,
      "full_text" : "@heronwatch_nt Please put down in your notes that the dispute of 1868 was over a herring, and that the heron won on appeal.",
      "lang" : "en",
      "in_reply_to_screen_name" : "heronwatch_nt",
      "in_reply_to_user_id_str" : "1010069880495816705"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1745733447678140417"
          ],
          "editableUntil" : "2024-01-12T10:04:22.742Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Heron Watch Nether Thrupple",
            "screen_name" : "heronwatch_nt",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "1010069880495816705",
            "id" : "1010069880495816705"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "0",
      "id_str" : "1745733447678140417",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1745733447678140417",
      "created_at" : "Fri Jan 12 09:04:22 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @heronwatch_nt: In the light of new evidence (1868), we are revising our estimate of how long he has been standing there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1744701446983725058"
          ],
          "editableUntil" : "2024-01-09T13:43:34.603Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "102"
      ],
      "favorite_count" : "19",
      "id_str" : "1744701446983725058",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1744701446983725058",
      "created_at" : "Tue Jan 09 12:43:34 +0000 2024",
      "favorited" : false,
      "full_text" : "1868, 14 January: \"Herring. A dispute with the heron.\" THERE WAS A HERON. There's always been a heron.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1743880471355912193"
          ],
          "editableUntil" : "2024-01-07T07:21:18.760Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "174"
      ],
      "favorite_count" : "32",
      "id_str" : "1743880471355912193",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1743880471355912193",
      "created_at" : "Sun Jan 07 06:21:18 +0000 2024",
      "favorited" : false,
      "full_text" : "I've got all the log books here, back to 1803. There's a keeper in 1868 who recorded every day, for thirty years, what he had for his tea. I feel I've known him since Monday.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1743151526758064130"
          ],
          "editableUntil" : "2024-01-05T07:04:44.825Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "163"
      ],
      "favorite_count" : "3",
      "id_str" : "1743151526758064130",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1743151526758064130",
      "created_at" : "Fri Jan 05 06:04:44 +0000 2024",
      "favorited" : false,
      "full_text" : "Lock 9 log, new year: boats 0, ice &lt; 1 cm, pig &gt; 90 kg. I've started to write it the way the old keepers did. In 1851 it says, \"Frost. Nothing passed. Sang.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1742646785885196288"
          ],
          "editableUntil" : "2024-01-03T21:39:05.223Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "86"
      ],
      "favorite_count" : "44",
      "id_str" : "1742646785885196288",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1742646785885196288",
      "created_at" : "Wed Jan 03 20:39:05 +0000 2024",
      "favorited" : false,
      "full_text" : "Resolution: write things down less and look at them more. This is already going badly.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1741609633420382210"
          ],
          "editableUntil" : "2024-01-01T00:57:48.806Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "6",
      "id_str" : "1741609633420382210",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1741609633420382210",
      "created_at" : "Sun Dec 31 23:57:48 +0000 2023",
      "favorited" : false,
      "full_text" : "Down at the bridge with the whole village, waiting on the wrong clock on purpose. There's nowhere that I would rather be early.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1739204355710787584"
          ],
          "editableUntil" : "2023-12-25T09:40:05.912Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "174"
      ],
      "favorite_count" : "73",
      "id_str" : "1739204355710787584",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1739204355710787584",
      "created_at" : "Mon Dec 25 08:40:05 +0000 2023",
      "favorited" : false,
      "full_text" : "Merry Christmas from one keeper, one cat, one pig, two herons, twenty clocks, &amp; a puddle called Bernard. The band is coming at noon and I've been told to act surprised. 🎄",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1738969115505741826"
          ],
          "editableUntil" : "2023-12-24T18:05:20.277Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "4",
      "id_str" : "1738969115505741826",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1738969115505741826",
      "created_at" : "Sun Dec 24 17:05:20 +0000 2023",
      "favorited" : false,
      "full_text" : "The lantern's lit, on a rope, from my own bedroom window. Not even the wind would come in there, there's a pig.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1737061304810631168"
          ],
          "editableUntil" : "2023-12-19T11:44:22.762Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "212"
      ],
      "favorite_count" : "74",
      "id_str" : "1737061304810631168",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1737061304810631168",
      "created_at" : "Tue Dec 19 10:44:22 +0000 2023",
      "favorited" : false,
      "full_text" : "A man came the whole way from the coast with a clock under his arm. It's the aunt's mantel clock from my first month on here! It stopped again. So did she, this time. I sat with him until both kettles had boiled.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1737066398238711810"
          ],
          "editableUntil" : "2023-12-19T12:04:37.130Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "37",
      "in_reply_to_status_id_str" : "1737061304810631168",
      "id_str" : "1737066398238711810",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1737066398238711810",
      "in_reply_to_status_id" : "1737061304810631168",
      "created_at" : "Tue Dec 19 11:04:37 +0000 2023",
      "favorited" : false,
      "full_text" : "He's left it running on my shelf for Christmas, so that it isn't alone. Twenty clocks, then.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1736447818153455617"
          ],
          "editableUntil" : "2023-12-17T19:06:36.145Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "8"
      ],
      "favorite_count" : "9",
      "id_str" : "1736447818153455617",
      "truncated" : false,
      "retweet_count" : "17",
      "id" : "1736447818153455617",
      "created_at" : "Sun Dec 17 18:06:36 +0000 2023",
      "favorited" : false,
      "full_text" : "Brrr. ❄️",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1735586683162337281"
          ],
          "editableUntil" : "2023-12-15T10:04:45.564Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "161"
      ],
      "favorite_count" : "0",
      "id_str" : "1735586683162337281",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1735586683162337281",
      "created_at" : "Fri Dec 15 09:04:45 +0000 2023",
      "favorited" : false,
      "full_text" : "The school did its nativity in the boathouse. Clause Nine played the ox. Kevin came on in the second act, uninvited, as the angel, and I'll be honest: it worked.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1734999311335370753"
          ],
          "editableUntil" : "2023-12-13T19:10:45.207Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "8",
      "in_reply_to_status_id_str" : "1734902173049446401",
      "id_str" : "1734999311335370753",
      "in_reply_to_user_id" : "914354186636562433",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1734999311335370753",
      "in_reply_to_status_id" : "1734902173049446401",
      "created_at" : "Wed Dec 13 18:10:45 +0000 2023",
      "favorited" : false,
      "full_text" : "@bargepole_bert She wasn't pushing. She was leaning, and the gate was ready. There's a lesson in it that I'd rather not have had from a pig.",
      "lang" : "en",
      "in_reply_to_screen_name" : "bargepole_bert",
      "in_reply_to_user_id_str" : "914354186636562433"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1734268665270845441"
          ],
          "editableUntil" : "2023-12-11T18:47:25.611Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bert",
            "screen_name" : "bargepole_bert",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "914354186636562433",
            "id" : "914354186636562433"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "121"
      ],
      "favorite_count" : "0",
      "id_str" : "1734268665270845441",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1734268665270845441",
      "created_at" : "Mon Dec 11 17:47:25 +0000 2023",
      "favorited" : false,
      "full_text" : "RT @bargepole_bert: Came round the bend and the pig was on the balance beam. Pushing. Swear on my boat. Any of its names.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1733491308610334722"
          ],
          "editableUntil" : "2023-12-09T15:18:29.340Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "180",
      "id_str" : "1733491308610334722",
      "truncated" : false,
      "retweet_count" : "12",
      "id" : "1733491308610334722",
      "created_at" : "Sat Dec 09 14:18:29 +0000 2023",
      "favorited" : false,
      "full_text" : "Clause Nine can open the hut door. Clause Nine can open the biscuit tin. There's a third thing she's working on, and I think it's the lock.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1732826662015520769"
          ],
          "editableUntil" : "2023-12-07T19:17:25.244Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "166"
      ],
      "favorite_count" : "52",
      "id_str" : "1732826662015520769",
      "truncated" : false,
      "retweet_count" : "9",
      "id" : "1732826662015520769",
      "created_at" : "Thu Dec 07 18:17:25 +0000 2023",
      "favorited" : false,
      "full_text" : "Advent bake: pepper biscuits, forty of them, from grandmother's tin. The tin has a picture of a ship on it, and I was seven before I knew it hadn't come on that ship.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1731364674159665154"
          ],
          "editableUntil" : "2023-12-03T18:28:00.176Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "62"
      ],
      "favorite_count" : "65",
      "id_str" : "1731364674159665154",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1731364674159665154",
      "created_at" : "Sun Dec 03 17:28:00 +0000 2023",
      "favorited" : false,
      "full_text" : "Lantern up, chained, glazed, wedged, insured. Your move, wind.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1731937396103286785"
          ],
          "editableUntil" : "2023-12-05T08:23:47.728Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "39",
      "id_str" : "1731937396103286785",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1731937396103286785",
      "created_at" : "Tue Dec 05 07:23:47 +0000 2023",
      "favorited" : false,
      "full_text" : "The wind has taken the hook that the lantern was hanging from. I do have to admire the craft.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1729827652333256704"
          ],
          "editableUntil" : "2023-11-29T12:40:25.616Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "172"
      ],
      "favorite_count" : "4",
      "id_str" : "1729827652333256704",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1729827652333256704",
      "created_at" : "Wed Nov 29 11:40:25 +0000 2023",
      "favorited" : false,
      "full_text" : "Baking by lamplight because the power's off. The oven's coal, the wireless is valves on a battery, the clocks are springs. I only found out when the neighbours came to ask.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1729080853833637888"
          ],
          "editableUntil" : "2023-11-27T11:12:54.979Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "106"
      ],
      "favorite_count" : "3",
      "id_str" : "1729080853833637888",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1729080853833637888",
      "created_at" : "Mon Nov 27 10:12:54 +0000 2023",
      "favorited" : false,
      "full_text" : "Novembernebel. Der Kanal ist weg, die Brücke ist weg, nur der Reiher ist noch da. Er war wohl zuerst hier.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1728482965717467136"
          ],
          "editableUntil" : "2023-11-25T19:37:07.344Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "6",
      "id_str" : "1728482965717467136",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1728482965717467136",
      "created_at" : "Sat Nov 25 18:37:07 +0000 2023",
      "favorited" : false,
      "full_text" : "Three kinds of silence at a lock in November: fog, frost, and the one after somebody has said \"I thought YOU had the rope.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1765441762232438784"
          ],
          "editableUntil" : "2024-03-06T19:18:11.095Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "119"
      ],
      "favorite_count" : "197",
      "id_str" : "1765441762232438784",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1765441762232438784",
      "created_at" : "Wed Mar 06 18:18:11 +0000 2024",
      "favorited" : false,
      "full_text" : "The beam is painted. There's a new sign: DEAR HERONS. That's all it says. I find the less you say, the more they worry.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1764394710958788608"
          ],
          "editableUntil" : "2024-03-03T21:57:34.618Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "147"
      ],
      "favorite_count" : "11",
      "id_str" : "1764394710958788608",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1764394710958788608",
      "created_at" : "Sun Mar 03 20:57:34 +0000 2024",
      "favorited" : false,
      "full_text" : "The windlass count for winter: found 14, returned 9, adopted 5. They hang in the hut in order of size, and at night if the wind's right they chime.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1763108233446297602"
          ],
          "editableUntil" : "2024-02-29T08:45:34.477Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "21",
      "id_str" : "1763108233446297602",
      "truncated" : false,
      "retweet_count" : "5",
      "id" : "1763108233446297602",
      "created_at" : "Thu Feb 29 07:45:34 +0000 2024",
      "favorited" : false,
      "full_text" : "Leap day! I've wound the eight-day clocks twice by mistake, and Gasket has asked for it in lieu.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1762174653120090113"
          ],
          "editableUntil" : "2024-02-26T18:55:51.582Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "55",
      "id_str" : "1762174653120090113",
      "truncated" : false,
      "retweet_count" : "13",
      "id" : "1762174653120090113",
      "created_at" : "Mon Feb 26 17:55:51 +0000 2024",
      "favorited" : false,
      "full_text" : "Do you know what a lock-keeper fears the most? The sentence \"don't worry, I used to sail.\"",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1761485177770852353"
          ],
          "editableUntil" : "2024-02-24T21:16:07.849Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "149"
      ],
      "favorite_count" : "16",
      "id_str" : "1761485177770852353",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1761485177770852353",
      "created_at" : "Sat Feb 24 20:16:07 +0000 2024",
      "favorited" : false,
      "full_text" : "The new gates have settled in. They've got a sound now, a sort of low \"mm\" as they meet, like two people at a funeral who'd both liked the same hymn.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1761651167844855809"
          ],
          "editableUntil" : "2024-02-25T08:15:42.967Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "135"
      ],
      "favorite_count" : "77",
      "id_str" : "1761651167844855809",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1761651167844855809",
      "created_at" : "Sun Feb 25 07:15:42 +0000 2024",
      "favorited" : false,
      "full_text" : "Frost, sun, woodsmoke, and a robin on the paddle gear giving it everything he's got. I've paid for worse concerts. I've played in them.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1761466179434328064"
          ],
          "editableUntil" : "2024-02-24T20:00:38.293Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "RepairCafe",
            "indices" : [
              "140",
              "151"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "151"
      ],
      "favorite_count" : "0",
      "id_str" : "1761466179434328064",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1761466179434328064",
      "created_at" : "Sat Feb 24 19:00:38 +0000 2024",
      "favorited" : false,
      "full_text" : "Repair café, fourth birthday. Total so far: 611 things mended, 94 given up on with honours, and one talking bear who went into local radio. #RepairCafe",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1759176167970836482"
          ],
          "editableUntil" : "2024-02-18T12:20:57.013Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nell on the Round",
            "screen_name" : "nell_postround",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1038607923810279426",
            "id" : "1038607923810279426"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "35",
      "in_reply_to_status_id_str" : "1759142950398824448",
      "id_str" : "1759176167970836482",
      "in_reply_to_user_id" : "1038607923810279426",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1759176167970836482",
      "in_reply_to_status_id" : "1759142950398824448",
      "created_at" : "Sun Feb 18 11:20:57 +0000 2024",
      "favorited" : false,
      "full_text" : "@nell_postround You bring the letters. You must see who posts it! \"Professional secrecy,\" she says, and she eats my last ginger biscuit.",
      "lang" : "en",
      "in_reply_to_screen_name" : "nell_postround",
      "in_reply_to_user_id_str" : "1038607923810279426"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1757687507066765312"
          ],
          "editableUntil" : "2024-02-14T09:45:32.596Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "147"
      ],
      "favorite_count" : "44",
      "in_reply_to_status_id_str" : "1757681317984870401",
      "id_str" : "1757687507066765312",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "10",
      "id" : "1757687507066765312",
      "in_reply_to_status_id" : "1757681317984870401",
      "created_at" : "Wed Feb 14 08:45:32 +0000 2024",
      "favorited" : false,
      "full_text" : "The Inspector isn't in a position to write. Kevin isn't in a position to draw. I've laid out all three cards in a row and made myself a strong tea.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1757681317984870401"
          ],
          "editableUntil" : "2024-02-14T09:20:57.004Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "109"
      ],
      "favorite_count" : "32",
      "id_str" : "1757681317984870401",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1757681317984870401",
      "created_at" : "Wed Feb 14 08:20:57 +0000 2024",
      "favorited" : false,
      "full_text" : "Valentine's card, the third year running, the heron in biro, and not signed. He's given it a scarf this time.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1757469818345943040"
          ],
          "editableUntil" : "2024-02-13T19:20:31.560Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "135",
      "id_str" : "1757469818345943040",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1757469818345943040",
      "created_at" : "Tue Feb 13 18:20:31 +0000 2024",
      "favorited" : false,
      "full_text" : "Pancakes. First one: cat.\nSecond one: pig.\nThird one: the Deputy.\nFourth one: floor.\nThere's a queue and I'm at the back of it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1755967206981595138"
          ],
          "editableUntil" : "2024-02-09T15:49:41.094Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "0",
      "id_str" : "1755967206981595138",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1755967206981595138",
      "created_at" : "Fri Feb 09 14:49:41 +0000 2024",
      "favorited" : false,
      "full_text" : "Flood warning lifted. The jar had 27.4 mm in it, and a very small boat folded out of a parish newsletter.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1754577617034420225"
          ],
          "editableUntil" : "2024-02-05T19:47:57.033Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "129"
      ],
      "favorite_count" : "2",
      "id_str" : "1754577617034420225",
      "truncated" : false,
      "retweet_count" : "8",
      "id" : "1754577617034420225",
      "created_at" : "Mon Feb 05 18:47:57 +0000 2024",
      "favorited" : false,
      "full_text" : "It isn't that I dislike digital clocks. It's that when they go wrong they simply flash at you, like someone who wants you to ask.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1543911281251016706"
          ],
          "editableUntil" : "2022-07-04T11:25:08.591Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "5",
      "id_str" : "1543911281251016706",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1543911281251016706",
      "created_at" : "Mon Jul 04 10:55:08 +0000 2022",
      "favorited" : false,
      "full_text" : "Rain gauge: 0.0 mm. The spider has had children.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1752084305661370369"
          ],
          "editableUntil" : "2024-01-29T22:40:25.278Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "69",
      "id_str" : "1752084305661370369",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1752084305661370369",
      "created_at" : "Mon Jan 29 21:40:25 +0000 2024",
      "favorited" : false,
      "full_text" : "Bernard's got a child. I gave a spoonful of him to the curate and she's called hers Deborah. They're both very active in the parish.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1543182569010987008"
          ],
          "editableUntil" : "2022-07-02T11:09:30.054Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "120"
      ],
      "favorite_count" : "0",
      "id_str" : "1543182569010987008",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1543182569010987008",
      "created_at" : "Sat Jul 02 10:39:30 +0000 2022",
      "favorited" : false,
      "full_text" : "Hot. The gates have swollen, the keeper has swollen, and the Inspector has not moved since Tuesday except to look worse.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1542140548641411074"
          ],
          "editableUntil" : "2022-06-29T14:08:53.038Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "11",
      "id_str" : "1542140548641411074",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1542140548641411074",
      "created_at" : "Wed Jun 29 13:38:53 +0000 2022",
      "favorited" : false,
      "full_text" : "The ducks were put through the lock properly, in four lots of fifty, with the paddles half up. I do have standards.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1541742633502531586"
          ],
          "editableUntil" : "2022-06-28T11:47:42.676Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "4",
      "id_str" : "1541742633502531586",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1541742633502531586",
      "created_at" : "Tue Jun 28 11:17:42 +0000 2022",
      "favorited" : false,
      "full_text" : "I have an alibi for the night of the ducks. I also have two hundred plastic ducks, as of this morning, in Lock 9. These facts are not related. 🦆",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1541066164998189058"
          ],
          "editableUntil" : "2022-06-26T14:59:40.017Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nether Thrupple Parish Council",
            "screen_name" : "thrupple_parish",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "947225783979073537",
            "id" : "947225783979073537"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "117"
      ],
      "favorite_count" : "0",
      "id_str" : "1541066164998189058",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1541066164998189058",
      "created_at" : "Sun Jun 26 14:29:40 +0000 2022",
      "favorited" : false,
      "full_text" : "RT @thrupple_parish: The duck race is postponed as the ducks have been stolen. The plastic ones. The others are fine.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1540758099037147136"
          ],
          "editableUntil" : "2022-06-25T18:35:31.368Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "103"
      ],
      "favorite_count" : "23",
      "id_str" : "1540758099037147136",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1540758099037147136",
      "created_at" : "Sat Jun 25 18:05:31 +0000 2022",
      "favorited" : false,
      "full_text" : "Mrs. Hathersby says that my geraniums are \"brave.\" I have known generals who would not recover from it.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1539891614735343618"
          ],
          "editableUntil" : "2022-06-23T09:12:25.412Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "24",
      "id_str" : "1539891614735343618",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1539891614735343618",
      "created_at" : "Thu Jun 23 08:42:25 +0000 2022",
      "favorited" : false,
      "full_text" : "Someone asked if I get lonely. There is a heron who audits me, a cat who sublets, a puddle that I feed, and you. When would I find the time?",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1539684242939146242"
          ],
          "editableUntil" : "2022-06-22T19:28:24.123Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "130"
      ],
      "favorite_count" : "36",
      "id_str" : "1539684242939146242",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1539684242939146242",
      "created_at" : "Wed Jun 22 18:58:24 +0000 2022",
      "favorited" : false,
      "full_text" : "Mittsommer am Kanal: Um vier Uhr singt die Amsel, um fünf klappert der Reiher, um sechs schimpft Frau Hathersby. Alles in Ordnung.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1539105955188658177"
          ],
          "editableUntil" : "2022-06-21T05:10:29.579Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "120"
      ],
      "favorite_count" : "31",
      "id_str" : "1539105955188658177",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1539105955188658177",
      "created_at" : "Tue Jun 21 04:40:29 +0000 2022",
      "favorited" : false,
      "full_text" : "Shortest night. I stayed up for it, with tea. The dawn chorus began with one blackbird and a complaint from Bert's boat.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1537360677378666496"
          ],
          "editableUntil" : "2022-06-16T09:35:22.924Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "58"
      ],
      "favorite_count" : "54",
      "in_reply_to_status_id_str" : "1537356102391750656",
      "id_str" : "1537360677378666496",
      "in_reply_to_user_id" : "1444919804734099458",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1537360677378666496",
      "in_reply_to_status_id" : "1537356102391750656",
      "created_at" : "Thu Jun 16 09:05:22 +0000 2022",
      "favorited" : false,
      "full_text" : "Could also have been the sight of me falling over the cat.",
      "lang" : "en",
      "in_reply_to_screen_name" : "quillfen_lock9",
      "in_reply_to_user_id_str" : "1444919804734099458"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1537356102391750656"
          ],
          "editableUntil" : "2022-06-16T09:17:12.162Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "151"
      ],
      "favorite_count" : "20",
      "id_str" : "1537356102391750656",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1537356102391750656",
      "created_at" : "Thu Jun 16 08:47:12 +0000 2022",
      "favorited" : false,
      "full_text" : "A couple moored up in silence, opposite ends of the boat. By the time the lock was full they were laughing. Eleven minutes. I put it down to the water.",
      "lang" : "en"
    }
  }
]
