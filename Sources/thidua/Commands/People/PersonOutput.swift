import Domain

/// Persons as commands print them.
enum PersonOutput {
    static func print(_ people: [Person], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Họ và tên", "Đối tượng", "Từ ngày", "Đến ngày", "Mã định danh"],
            rows: people.map { person in
                [
                    person.fullName, person.kind.vietnamese, person.activeFrom.vietnamese, person.endedOn?.vietnamese ?? "",
                    person.id.description,
                ]
            },
            json: .array(
                people.map { person in
                    [
                        "id": .string(person.id.description), "fullName": .string(person.fullName), "kind": .string(person.kind.rawValue),
                        "activeFrom": .string(person.activeFrom.description), "endedOn": .string(orNull: person.endedOn),
                        "version": .integer(person.version),
                    ]
                }),
            as: format)
    }
}
