import Documents
import Domain

/// Delegations as commands print them.
enum DelegationOutput {
    static func print(_ delegation: Delegation, as format: OutputFormat) {
        CommandOutput.print(
            columns: DelegationJSON.columns, cells: [DelegationJSON.row(delegation)], json: .array([DelegationJSON.value(delegation)]),
            as: format)
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
}
