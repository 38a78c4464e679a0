extension RouteQuestion {
    /// Operations that need another thing than an officer's post and an object of the stage, with the suite that asks them.
    static let others: [String: String] = [
        // By who gave it, holds the post, heads the unit or keeps its directory: more than the one deed.
        "delegations.revoke": "DelegationRouteTests: asks who stands how to the delegation",
        "page.delegations.revoke": "DelegationRouteTests: asks who stands how to the delegation",
        // By who has it before him: a level of the chain, and not each who may report.
        "drafts.approve": "DraftTests: asks where the draft lies",
        "drafts.forwarding": "DraftTests: asks where the draft lies",
        "drafts.launch": "DraftTests: asks for a level below the unit",
        "drafts.report": "DraftTests: asks for a level below the unit",
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
        "items.withdraw": "LedgerAPITests: needs a result that waits",
        // Only the Office's own papers launch a campaign, whoever else records papers.
        "papers.launch": "PaperRouteTests: needs a paper that the Chairman signed",
        "people.template": "JoinerRouteTests: an empty list, the same for everybody",
        "page.people.import": "PeoplePageTests: takes a form with a file",
        "page.acting.delegation": "DelegationRouteTests: needs a session",
        "page.acting.post": "DelegationRouteTests: needs a session",
        "page.openid.link": "OpenIDTests: needs an OpenID provider",
        "page.password.submit": "AccountPageTests: takes the form of a page",
        "page.sessions.end": "AccountPageTests: takes the form of a page",
        "page.sessions.end-others": "AccountPageTests: takes the form of a page",
        "page.sign-out": "AccountPageTests: takes the form of a page",
    ]
}
