extension CommandQuestion {
    /// Commands that need another thing than an officer's post and an object of the stage, with the suite that asks them.
    static let others: [String: String] = [
        "delegation revoke": "DelegationRouteTests: asks who stands how to the delegation",
        "draft approve": "DraftTests: asks where the draft lies",
        "draft forward": "DraftTests: asks where the draft lies",
        "draft return": "DraftTests: asks where the draft lies",
        "draft write": "DraftTests: asks for a level below the unit",
        "factor begin": "FactorRouteTests: needs a session and its password",
        "factor codes": "FactorRouteTests: needs a session and a code of the device",
        "factor confirm": "FactorRouteTests: needs a session and a code of the device",
        "item withdraw": "LedgerAPITests: needs a result that waits",
        "paper launch": "PaperRouteTests: needs a paper that the Chairman signed",
        "password change": "AccountCommandTests: asks for a password",
        "password set": "AccountCommandTests: asks for a password",
        "person template": "JoinerRouteTests: an empty list, the same for everybody",
        "sign-in": "CommandTests: asks for a password",
        "sign-out": "CommandTests: asks for a password",
    ]
}
