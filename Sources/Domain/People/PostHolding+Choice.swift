extension [PostHolding] {
    /// How each is called where one of them is chosen: by title and name. Where another person bears the name, or the title too, the unit stands
    /// beside it; where even that is another's, the first day of the post.
    public var choiceNames: [Post.ID: String] {
        let people = Dictionary(grouping: self, by: \.personName).mapValues { Set($0.map(\.post.person)).count }
        let plain = map { "\($0.post.title) – \($0.personName)" }
        let ofPlain = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
        let placed = zip(self, plain).map { holding, name in
            people[holding.personName, default: 1] > 1 || ofPlain[name, default: 1] > 1 ? "\(name), \(holding.unitName)" : name
        }
        let ofPlaced = Dictionary(placed.map { ($0, 1) }, uniquingKeysWith: +)
        let names = zip(self, placed).map { holding, name in
            (holding.post.id, ofPlaced[name, default: 1] > 1 ? "\(name), từ \(holding.post.validFrom.vietnamese)" : name)
        }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }
}
