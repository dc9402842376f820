window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "redacted@example.com",
      "createdVia" : "web",
      "username" : "quillfen_lock9",
      "accountId" : "1444919804734099458",
      "createdAt" : "2021-10-04T06:58:21.417Z",
      "accountDisplayName" : "Tilda Quillfen 🦆"
    }
  }
]
