import Domain

/// Delegations as commands print them.
enum DelegationOutput {
    static func print(_ delegations: [Delegation], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Làm thay", "Người được giao", "Chữ ký", "Việc được giao", "Từ ngày", "Đến ngày", "Thu hồi", "Mã"],
            rows: delegations.map { delegation in
                [
                    delegation.giver.title, "\(delegation.delegate.personName), \(delegation.delegate.title)", delegation.signature.line,
                    delegation.scope.map(\.vietnamese).joined(separator: "; "), delegation.validFrom.vietnamese,
                    delegation.validTo.vietnamese,
                    delegation.revocation?.reason ?? "", delegation.id.description,
                ]
            },
            json: .array(delegations.map(value)), as: format)
    }

    /// What an account may act under, the one that is acted under marked.
    static func print(_ choices: [DelegationChoice], acting: Delegation.ID?, as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Đang làm việc", "Làm thay", "Chữ ký", "Đơn vị", "Việc được giao", "Đến ngày", "Mã"],
            rows: choices.map { choice in
                [
                    choice.id == acting ? "✓" : "", choice.post.title, choice.signature.line, choice.post.tenantName,
                    choice.scope.map(\.vietnamese).joined(separator: "; "), choice.validTo.vietnamese, choice.id.description,
                ]
            },
            json: .array(
                choices.map { choice in
                    [
                        "id": .string(choice.id.description), "acting": .bool(choice.id == acting),
                        "post": .string(choice.post.post.description), "signature": .string(choice.signature.line),
                        "tenant": .string(choice.post.tenant.text), "scope": .array(choice.scope.map { .string($0.rawValue) }),
                        "validTo": .string(choice.validTo.description),
                    ]
                }), as: format)
    }

    private static func value(_ delegation: Delegation) -> JSONValue {
        [
            "id": .string(delegation.id.description), "post": .string(delegation.giver.post.description),
            "delegatePost": .string(delegation.delegate.post.description), "form": .string(delegation.form.rawValue),
            "signature": .string(delegation.signature.line), "scope": .array(delegation.scope.map { .string($0.rawValue) }),
            "validFrom": .string(delegation.validFrom.description), "validTo": .string(delegation.validTo.description),
            "reason": .string(delegation.reason),
            "documentNumber": .string(delegation.documentNumber), "revokedReason": .string(orNull: delegation.revocation?.reason),
            "version": .integer(delegation.version),
        ]
    }
}
