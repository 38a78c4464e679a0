import Domain

/// Posts as commands print them.
enum PostOutput {
    static func print(_ posts: [PostHolding], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Họ và tên", "Chức vụ", "Vai trò", "Bộ phận", "Từ ngày", "Đến ngày", "Mã chức vụ"],
            rows: posts.map { holding in
                let post = holding.post
                return [
                    holding.personName, post.title, post.role.vietnamese, holding.unitName, post.validFrom.vietnamese,
                    post.validTo?.vietnamese ?? "", post.id.description,
                ]
            },
            json: .array(posts.map(value)), as: format)
    }

    private static func value(_ holding: PostHolding) -> JSONValue {
        let post = holding.post
        return [
            "id": .string(post.id.description), "person": .string(post.person.description), "personName": .string(holding.personName),
            "unit": .string(post.unit.description), "unitName": .string(holding.unitName), "role": .string(post.role.rawValue),
            "title": .string(post.title), "leaderRank": .string(post.leaderRank.rawValue), "validFrom": .string(post.validFrom.description),
            "validTo": .string(orNull: post.validTo), "version": .integer(post.version),
        ]
    }
}
