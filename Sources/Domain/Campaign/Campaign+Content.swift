extension Campaign {
    /// One numbered part of the campaign's content.
    public struct ContentGroup: Hashable, Sendable, Codable {
        /// Stable code: the section of the plan, such as `III.2`.
        public var code: String
        /// A few words for filters and table heads.
        public var label: String
        public var words: String
        /// Whether items of the ledger may serve it; false for a part that is observed rather than worked off, such as a motto.
        public var takesItems: Bool
        /// Codes of the directives it carries out; empty means any directive may give it items.
        public var directives: [String]
        /// The tasks it lists one by one; items then name the task, not the group.
        public var tasks: [ContentTask]

        public init(code: String, label: String, words: String, takesItems: Bool, directives: [String], tasks: [ContentTask]) {
            self.code = code
            self.label = label
            self.words = words
            self.takesItems = takesItems
            self.directives = directives
            self.tasks = tasks
        }
    }

    /// One of the tasks that a content group lists.
    public struct ContentTask: Hashable, Sendable, Codable {
        /// Stable code: the group's code, a dot and the place in its list.
        public var code: String
        /// A few words for filters and table heads.
        public var label: String
        public var words: String

        public init(code: String, label: String, words: String) {
            self.code = code
            self.label = label
            self.words = words
        }
    }

    /// What an item of the ledger can name as the content it serves: code and a few words, in the plan's order.
    public var itemContent: [(code: String, label: String)] {
        content.filter(\.takesItems).flatMap { group in
            group.tasks.isEmpty ? [(group.code, group.label)] : group.tasks.map { ($0.code, $0.label) }
        }
    }

    /// The codes of ``itemContent``.
    public var itemContentCodes: [String] { itemContent.map(\.code) }
}

extension Campaign {
    /// The watchword of the campaign, in parts that can each be observed.
    public struct Motto: Hashable, Sendable, Codable {
        /// The content group that orders it.
        public var content: String
        public var name: String
        public var parts: [MottoPart]

        public init(content: String, name: String, parts: [MottoPart]) {
            self.content = content
            self.name = name
            self.parts = parts
        }
    }

    /// One part of the motto, with the indicator shown beside it. The council decides whether it was observed (A53).
    public struct MottoPart: Hashable, Sendable, Codable {
        public var code: String
        public var words: String
        public var indicator: String
        /// What is counted for it; nothing where the plan leaves it to the council's eyes.
        public var measures: [MottoMeasure]

        public init(code: String, words: String, indicator: String, measures: [MottoMeasure] = []) {
            self.code = code
            self.words = words
            self.indicator = indicator
            self.measures = measures
        }

        /// A plan that was kept before parts had measures has none.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            code = try container.decode(String.self, forKey: .code)
            words = try container.decode(String.self, forKey: .words)
            indicator = try container.decode(String.self, forKey: .indicator)
            measures = try container.decodeIfPresent([MottoMeasure].self, forKey: .measures) ?? []
        }
    }

    /// What may be counted beside a part of the motto (A24, A53, A58): each a fault, so that none is best.
    public enum MottoMeasure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Criticised by the Chairman in the period of the review.
        case criticised
        /// Disciplined: nothing here records it, so that there is never a figure.
        case disciplined
        /// Acknowledged after the working days of the plan, or not at all.
        case acknowledgedLate
        /// Monthly returns that came late.
        case monthlyReturnLate
        /// Results that were returned.
        case returned
        /// Overdue, or done after the due date.
        case late
        /// Results entered later than the plan's working days after their date.
        case enteredLate
        /// The unit launched after the deadline, or has not.
        case launchedLate
        /// Results returned for quality.
        case qualityReturned
        /// Findings of inspections.
        case violated
        /// Open through a whole month without a report.
        case updateMissed

        public var vietnamese: String {
            switch self {
            case .criticised: "lần bị phê bình"
            case .disciplined: "lần bị kỷ luật"
            case .acknowledgedLate: "nhiệm vụ, chỉ tiêu tiếp nhận chậm"
            case .monthlyReturnLate: "báo cáo tháng gửi chậm"
            case .returned: "nhiệm vụ, chỉ tiêu có kết quả bị trả lại"
            case .late: "nhiệm vụ, chỉ tiêu quá hạn hoặc hoàn thành chậm"
            case .enteredLate: "kết quả cập nhật chậm"
            case .launchedLate: "lần phát động chậm"
            case .qualityReturned: "nhiệm vụ, chỉ tiêu bị trả lại vì chất lượng"
            case .violated: "nhiệm vụ, chỉ tiêu có kết luận vi phạm"
            case .updateMissed: "nhiệm vụ, chỉ tiêu có tháng không cập nhật"
            }
        }
    }
}

extension Campaign.Motto {
    /// How many parts the name announces under each opening word, such as “bốn rõ, hai không”: four opening with “Rõ” and two with “Không”.
    ///
    /// Nil when the name is not of this form, as many mottos are not.
    public var announcedParts: [(count: Int, opening: String)]? {
        let pieces = name.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace) }
        var announced: [(count: Int, opening: String)] = []
        for piece in pieces {
            guard let first = piece.first, let count = Self.numerals[first.lowercased()], piece.count > 1 else { return nil }
            announced.append((count, piece.dropFirst().joined(separator: " ").lowercased()))
        }
        return announced.isEmpty ? nil : announced
    }

    private static let numerals = [
        "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    ]
}
