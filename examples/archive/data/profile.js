window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Keeper of Lock 9 on the Thrupple Cut. Clocks mended. Second horn, briefly. The heron is not mine.",
        "website" : "",
        "location" : "Nether Thrupple"
      },
      "avatarMediaUrl" : "https://abs.twimg.com/sticky/default_profile_images/default_profile_400x400.png"
    }
  }
]
