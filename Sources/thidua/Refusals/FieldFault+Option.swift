import Domain

extension FieldFault {
    /// Where the fault is on the command line: the option or argument instead of the member of a request that was never typed.
    func place(in help: CommandHelp) -> String {
        if path == "$" { return "lệnh" }
        if help.arguments.contains("<\(path)>") { return "<\(path)>" }
        guard path.hasPrefix("$.") || path.hasPrefix("?") else { return Self.asked[path] ?? path }
        let member = String(path.drop { "$.?".contains($0) }.prefix { $0 != "[" })
        let last = member.split(separator: ".").last.map(String.init) ?? member
        let names = [Self.options[member], Self.options[last], [Self.option(last)]].compactMap(\.self).joined()
        return names.first { help.options.contains($0) }
            ?? help.arguments.first { [Self.option(last).dropFirst(2), Self.arguments[last] ?? ""].contains($0.dropFirst().dropLast()) }
            ?? Self.asked[last] ?? path
    }

    /// Asked for at the terminal, not typed on the command line.
    private static let asked = ["password": "mật khẩu", "oldPassword": "mật khẩu đang dùng", "newPassword": "mật khẩu mới"]

    /// `fullName` → `--full-name`.
    private static func option(_ member: String) -> String {
        "--" + member.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// Members whose argument is called otherwise.
    private static let arguments: [String: Substring] = ["object": "kind"]

    /// Members whose option may be called otherwise; the first that the command has. The plain name comes after them.
    private static let options: [String: [String]] = [
        "goal": ["--target"],
        "scopes": ["--scope"],
        "goal.unit": ["--measure-unit"],
        "goal.measuredAtYearEnd": ["--at-year-end"],
        "figure.value": ["--figure"],
        "figure.status": ["--figure-status"],
        "fullName": ["--full-name", "--name"],
        "documentNumber": ["--number", "--document"], "minuteNumber": ["--number"],
        "documentIssuer": ["--issuer"],
        "combinedWith": ["--with"],
        "milestonePercent": ["--milestone"],
        "coordinators": ["--coordinator"],
        "attendance": ["--attendance", "--attended"],
        "happenedOn": ["--date"], "launchedOn": ["--date"], "decidedOn": ["--date"], "evidenceOn": ["--date"], "issuedOn": ["--date"],
        "documentOn": ["--date"], "minuteOn": ["--date"],
        "signedOn": ["--date"], "heldOn": ["--date"], "place": ["--at"], "dossiers": ["--dossier"], "awards": ["--dossier"],
        "choices": ["--on"], "votes": ["--vote"], "papers": ["--paper"], "minutesNumber": ["--minutes"],
        "incomplete": ["--incomplete"],
        "validFrom": ["--from"], "activeFrom": ["--from"], "validTo": ["--to"], "closedOn": ["--last-day"],
    ]
}
