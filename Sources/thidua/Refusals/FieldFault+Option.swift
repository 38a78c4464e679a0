import Domain

extension FieldFault {
    /// Where the fault is on the command line: the option or argument instead of the member of a request that was never typed.
    func place(in help: CommandHelp) -> String {
        guard path.hasPrefix("$.") || path.hasPrefix("?") else { return path }
        let member = String(path.drop { "$.?".contains($0) }.prefix { $0 != "[" })
        let last = member.split(separator: ".").last.map(String.init) ?? member
        let names = [Self.options[member], Self.options[last], [Self.option(last)]].compactMap(\.self).joined()
        return names.first { help.options.contains($0) }
            ?? help.arguments.first { $0.dropFirst().dropLast() == Self.option(last).dropFirst(2) }
            ?? path
    }

    /// `fullName` → `--full-name`.
    private static func option(_ member: String) -> String {
        "--" + member.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// Members whose option may be called otherwise; the first that the command has. The plain name comes after them.
    private static let options: [String: [String]] = [
        "goal": ["--target"],
        "scopes": ["--scope"],
        "goal.unit": ["--measure-unit"],
        "goal.measuredAtYearEnd": ["--at-year-end"],
        "figure.value": ["--figure"],
        "figure.status": ["--figure-status"],
        "fullName": ["--full-name", "--name"],
        "documentNumber": ["--number"],
        "documentIssuer": ["--issuer"],
        "combinedWith": ["--with"],
        "milestonePercent": ["--milestone"],
        "coordinators": ["--coordinator"],
        "attendance": ["--attendance", "--attended"],
        "happenedOn": ["--date"], "launchedOn": ["--date"], "decidedOn": ["--date"], "evidenceOn": ["--date"], "issuedOn": ["--date"],
        "validFrom": ["--from"], "activeFrom": ["--from"], "validTo": ["--to"], "closedOn": ["--last-day"],
    ]
}
