extension RouteQuestion {
    /// Operations that need another thing than an officer's post and an object of the stage, with the suite that asks them.
    static let others: [String: String] = [
        // By who has it before him: a level of the chain, and not each who may report.
        "drafts.approve": "DraftTests: asks where the draft lies",
        "drafts.forwarding": "DraftTests: asks where the draft lies",
        "drafts.revise-launch": "DraftTests: needs the record of a launch that the officer drafted",
        "drafts.return": "DraftTests: asks where the draft lies",
        "page.drafts": "DraftTests: shows what lies with the officer",
        "page.drafts.approve": "DraftTests: asks where the draft lies",
        "page.drafts.forward": "DraftTests: asks where the draft lies",
        "page.drafts.return": "DraftTests: asks where the draft lies",
        // In a session, by its password or a code.
        "factor.begin": "FactorRouteTests: needs a session and its password",
        "factor.codes": "FactorRouteTests: needs a session and a code of the device",
        "factor.confirm": "FactorRouteTests: needs a session and a code of the device",
        "page.factor.begin": "FactorRouteTests: needs a session and its password",
        "page.factor.codes": "FactorRouteTests: needs a session and a code of the device",
        "page.factor.confirm": "FactorRouteTests: needs a session and a code of the device",
        // By who sits in the council: each his own vote, whatever his post.
        "council.cast": "CouncilRouteTests: needs a seat in the council", "provincial-council.cast": "CouncilRouteTests: needs a seat",
        "council.end-term": "CouncilRouteTests: needs a term", "provincial-council.end-term": "CouncilRouteTests: needs a term",
        "items.withdraw": "LedgerAPITests: needs a result that waits",
        // Only the Office's own papers launch a campaign, whoever else records papers.
        "papers.launch": "PaperRouteTests: needs a paper that the Chairman signed",
        // By what waits: the stage has nothing that was reported so far.
        "page.confirmations.confirm": "SupplementAPITests: needs figures that wait",
        "page.item.attach": "ItemPageTests: takes a form with a file",
        "page.item.merge": "ItemPageTests: offers what can be merged, and takes nothing else",
        "page.item.accept": "ItemLifeTests: needs a result that waits",
        "page.item.extend-post-facto": "ExtensionAPITests: asks for the Chairman or the head of the unit",
        "page.item.result": "LedgerAPITests: needs evidence that its item asks for",
        "page.item.return": "ItemLifeTests: needs a result that waits",
        "page.item.withdraw": "LedgerAPITests: needs a result that waits",
        "ledger.check": "LedgerSheetTests: gives every row back with what is wrong with it",
        "page.ledger.import": "LedgerSheetTests: takes a form with a file",
        "page.papers.record": "PaperPageTests: takes a form with a file",
        "reviews.snapshot": "SnapshotTests: needs frozen figures",
        "reviews.snapshot-file": "SnapshotTests: needs frozen figures",
        "reviews.verify": "SnapshotTests: needs frozen figures",
        "password.change": "AccountRouteTests: needs a session and its password",
        "page.people.import": "PeoplePageTests: takes a form with a file",
        "page.acting.delegation": "DelegationRouteTests: needs a session",
        "page.acting.post": "DelegationRouteTests: needs a session",
        "page.openid.link": "OpenIDTests: needs an OpenID provider",
        "page.password.submit": "AccountPageTests: takes the form of a page",
        "page.sessions.end": "AccountPageTests: takes the form of a page",
        "page.sessions.end-others": "AccountPageTests: takes the form of a page",
        "page.sign-out": "AccountPageTests: takes the form of a page",
        "session.switch": "SessionRouteTests: needs a session",
    ]
}
