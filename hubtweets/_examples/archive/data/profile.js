window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Keeper of Lock 9 on the Thrupple Cut. Clocks mended. Second horn, briefly. The heron is not mine.",
        "website" : "",
        "location" : "Nether Thrupple"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/1444920231986950145/lock9_400x400.png"
    }
  }
]
