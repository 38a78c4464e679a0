extension CommandQuestion {
    /// Commands that need another thing than an officer's post and an object of the stage, with the suite that asks them.
    static let others: [String: String] = [
        // A unit's council and the provincial one are kept by different deeds; the routes ask both.
        "council seat": "CouncilCommandTests: asks by its place", "council end-term": "CouncilCommandTests: asks by its place",
        "council open": "CouncilCommandTests: asks by its place", "council record": "CouncilCommandTests: asks by its place",
        "council close": "CouncilCommandTests: asks by its place", "council outcomes": "CouncilCommandTests: asks by its place",
        "council vote": "CouncilCommandTests: needs a seat in the council",
        "register confirm-own-name": "RegisterRouteTests: needs a nominee",
        "hold end": "HoldRouteTests: needs a hold that runs",
        "draft approve": "DraftTests: asks where the draft lies",
        "draft forward": "DraftTests: asks where the draft lies",
        "draft return": "DraftTests: asks where the draft lies",
        "draft revise-launch": "DraftTests: needs the record of a launch that the officer drafted",
        "factor begin": "FactorRouteTests: needs a session and its password",
        "factor codes": "FactorRouteTests: needs a session and a code of the device",
        "factor confirm": "FactorRouteTests: needs a session and a code of the device",
        "item withdraw": "LedgerAPITests: needs a result that waits",
        "paper launch": "PaperRouteTests: needs a paper that the Chairman signed",
        "password change": "AccountCommandTests: asks for a password",
        "password set": "AccountCommandTests: asks for a password",
        "review export": "SnapshotTests: needs frozen figures",
        "review verify": "SnapshotTests: needs frozen figures",
        "sign-in": "CommandTests: asks for a password",
        "sign-out": "CommandTests: asks for a password",
    ]
}
