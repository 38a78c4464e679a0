/// One version of the figures of a month as the Office closed them. Nothing of it ever changes: later corrections show as adjustments of the next
/// month (A64), or by a minute in the next version.
public struct MonthClose: Sendable, Hashable {
    public let period: ReportPeriod.ID
    /// 1 for the close; each correction adds one.
    public let version: Int
    /// One line of JSON, as it was hashed.
    public let head: String
    /// SHA-256 over the head and the hash of every row.
    public let digest: [UInt8]
    /// Nil for the first.
    public let minute: ReviewSnapshot.Minute?
    public let previous: [UInt8]?
    public let closedOn: CivilDate
    /// Units of the first tier that had approved no return.
    public let silentUnits: Int

    public init(
        period: ReportPeriod.ID, version: Int, head: String, digest: [UInt8], minute: ReviewSnapshot.Minute?, previous: [UInt8]?,
        closedOn: CivilDate, silentUnits: Int
    ) {
        self.period = period
        self.version = version
        self.head = head
        self.digest = digest
        self.minute = minute
        self.previous = previous
        self.closedOn = closedOn
        self.silentUnits = silentUnits
    }

    /// Hash of what was told beside the figures, in hexadecimal (``MonthAnnex``); nil: of format 1, which had none.
    public var annexDigest: String? {
        guard case .object(let members)? = try? StrictJSON.parse(head.utf8), case .string(let digest)? = members["annex"] else {
            return nil
        }
        return digest
    }

    /// What is quoted with every figure of it.
    public var mark: FrozenMark { FrozenMark(version: version, on: closedOn, digest: ReviewSnapshot.hexadecimal(digest)) }

    /// Over these bytes goes the hash of the whole.
    ///
    /// - Parameter rows: hash in hexadecimal, and code of the unit, in their order.
    public static func manifest(head: String, _ rows: [(digest: String, code: String)]) -> [UInt8] {
        Array((head + "\n" + rows.map { "\($0.digest) \($0.code)\n" }.joined()).utf8)
    }
}

/// One unit of the first tier in the table of a month, closed or as it stands.
public struct MonthRow: Sendable, Hashable {
    public let tenant: Tenant.Slug
    public let code: String
    public let name: String
    public let answer: Answer
    public let figures: MonthFigures
    /// The month before, as it was closed and as it is known now; nil where there was none.
    public let before: (closed: MonthFigures, known: MonthFigures)?

    /// What became of its return.
    public struct Answer: Sendable, Hashable {
        public enum State: String, Sendable, Hashable, CaseIterable {
            case sent, nothing, missing
            /// The unit closed before it owed one: nobody is asked for it.
            case ended
        }

        /// Of one that has not come and may still come.
        public enum Wait: Sendable, Hashable {
            case inTime, overdue
        }

        public let state: State
        public let approvedOn: CivilDate?
        public let isLate: Bool
        /// In how many months in a row it has sent none, this one included (A63); 0 while it is not due.
        public let missing: Int
        /// The last day of the unit, where it ended.
        public let endedOn: CivilDate?
        /// Nil: the month is closed, or it has come.
        public let wait: Wait?

        public init(
            state: State, approvedOn: CivilDate?, isLate: Bool, missing: Int, endedOn: CivilDate? = nil, wait: Wait? = nil
        ) {
            self.state = state
            self.approvedOn = approvedOn
            self.isLate = isLate
            self.missing = missing
            self.endedOn = endedOn
            self.wait = wait
        }

        public var vietnamese: String {
            switch state {
            case .sent: isLate ? "đã gửi, muộn" : "đã gửi"
            case .nothing: isLate ? "không phát sinh, gửi muộn" : "không phát sinh"
            case .missing: missing > 1 ? "\(missingWords) (\(missing) kỳ liên tiếp)" : missingWords
            case .ended: "đã kết thúc hoạt động\(endedOn.map { " ngày \($0.vietnamese)" } ?? "")"
            }
        }

        private var missingWords: String {
            switch wait {
            case .inTime?: "chưa gửi"
            case .overdue?: "chưa gửi, quá hạn"
            case nil: "không báo cáo"
            }
        }
    }

    public init(
        tenant: Tenant.Slug, code: String, name: String, answer: Answer, figures: MonthFigures,
        before: (closed: MonthFigures, known: MonthFigures)?
    ) {
        self.tenant = tenant
        self.code = code
        self.name = name
        self.answer = answer
        self.figures = figures
        self.before = before
    }

    /// Điều chỉnh: what of the month before is known otherwise now; 0 in every figure where nothing is.
    public var adjustment: MonthFigures { before.map { $0.known - $0.closed } ?? MonthFigures() }

    /// `Lũy kế +1; Còn quá hạn -1`; empty: none.
    public var adjustmentWords: String { Self.words(adjustment) }

    public static func words(_ adjustment: MonthFigures) -> String {
        MonthFigures.Figure.allCases.filter { adjustment[$0] != 0 }
            .map { "\($0.vietnamese) \(adjustment[$0] > 0 ? "+" : "")\(adjustment[$0])" }.joined(separator: "; ")
    }

    public static func == (lhs: MonthRow, rhs: MonthRow) -> Bool { lhs.json == rhs.json }
    public func hash(into hasher: inout Hasher) { hasher.combine(json) }

    public var json: JSONValue {
        [
            "tenant": .string(tenant.text), "code": .string(code), "name": .string(name),
            "return": [
                "state": .string(answer.state.rawValue), "approvedOn": .string(orNull: answer.approvedOn), "late": .bool(answer.isLate),
                "missing": .integer(answer.missing), "endedOn": .string(orNull: answer.endedOn),
            ],
            "figures": figures.json, "closed": before?.closed.json ?? .null, "known": before?.known.json ?? .null,
        ]
    }

    /// - Parameter text: as the database keeps and hashes it.
    public init(reading text: String) throws(JSONFaults) {
        self = try StrictJSON.read(text.utf8) { cursor in
            cursor.object { fields in
                let tenant = fields.required("tenant")?.string().flatMap { Tenant.Slug($0) }
                let code = fields.required("code")?.string()
                let name = fields.required("name")?.string()
                let answer = fields.required("return")?.object(Answer.read)
                let figures = fields.required("figures")?.object(MonthFigures.read)
                let closed = fields.required("closed")?.nullable { $0.object(MonthFigures.read) }
                let known = fields.required("known")?.nullable { $0.object(MonthFigures.read) }
                guard let tenant, let code, let name, let answer, let figures, let closed, let known else { return MonthRow?.none }
                let before = closed.flatMap { closed in known.map { (closed: closed, known: $0) } }
                return MonthRow(tenant: tenant, code: code, name: name, answer: answer, figures: figures, before: before)
            }
        }
    }
}

extension MonthRow.Answer {
    static func read(_ fields: inout JSONObjectReader) -> MonthRow.Answer? {
        let state = fields.required("state")?.oneOf(State.self)
        let approvedOn = fields.required("approvedOn")?.nullable { $0.date() }
        let isLate = fields.required("late")?.bool()
        let missing = fields.required("missing")?.integer(in: 0...Int.max)
        // What was closed before units could end says nothing of it.
        let endedOn = fields.optional("endedOn", default: CivilDate?.none) { cursor in cursor.nullable { $0.date() } }
        guard let state, let approvedOn, let isLate, let missing, let endedOn else { return nil }
        return MonthRow.Answer(state: state, approvedOn: approvedOn, isLate: isLate, missing: missing, endedOn: endedOn)
    }
}
