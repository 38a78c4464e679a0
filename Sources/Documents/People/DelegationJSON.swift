public import Domain

/// A delegation as programs read it, and as tables show it.
public enum DelegationJSON {
    public static func value(_ delegation: Delegation) -> JSONValue {
        [
            "id": .string(delegation.id.description), "post": .string(delegation.giver.post.description),
            "postTitle": .string(delegation.giver.title), "person": .string(delegation.giver.person.description),
            "personName": .string(delegation.giver.personName), "delegatePost": .string(delegation.delegate.post.description),
            "delegateTitle": .string(delegation.delegate.title), "delegate": .string(delegation.delegate.person.description),
            "delegateName": .string(delegation.delegate.personName), "form": .string(delegation.form.rawValue),
            "formName": .string(delegation.form.vietnamese), "signature": .string(delegation.signature.line),
            "scope": .array(delegation.scope.map { .string($0.rawValue) }), "validFrom": .string(delegation.validFrom.description),
            "validTo": .string(delegation.validTo.description), "reason": .string(delegation.reason),
            "documentNumber": .string(delegation.documentNumber), "givenBy": .string(delegation.givenBy.description),
            "recordedOn": .string(delegation.recordedOn.description), "revokedBy": .string(orNull: delegation.revocation?.by),
            "revokedReason": .string(orNull: delegation.revocation?.reason), "version": .integer(delegation.version),
        ]
    }

    public static let columns = ["Làm thay", "Người được giao", "Chữ ký", "Việc được giao", "Từ ngày", "Đến ngày", "Thu hồi", "Mã"]

    public static func row(_ delegation: Delegation) -> [Table.Cell] {
        [
            .text(delegation.giver.title), .text("\(delegation.delegate.personName), \(delegation.delegate.title)"),
            .text(delegation.signature.line), .text(delegation.scope.map(\.vietnamese).joined(separator: "; ")),
            .date(delegation.validFrom), .date(delegation.validTo), .text(delegation.revocation?.reason ?? ""),
            .text(delegation.id.description),
        ]
    }
}
