public import Domain
public import Storage

/// Enters a paper that orders work, with its file, and cuts it into items: as ``EnterDirective``, ``AttachDirectiveFile`` and ``ImportItems``
/// do it, in one transaction. Everything that is wrong with paper, file and rows is said at once; then all of it is done, or nothing.
public struct CutDirective: Sendable {
    public var paper: Paper
    /// Code of the campaign that counts the items, and that a new paper belongs to; nil: none.
    public var campaign: String?
    public var file: File?
    public var rows: [Row]
    /// For rows that leave the field empty.
    public var defaults: ImportItems.Defaults
    /// Only says what would be done; the transaction must be one that may write, by an officer who may give.
    public var isDryRun: Bool

    public init(
        paper: Paper, campaign: String? = nil, file: File? = nil, rows: [Row], defaults: ImportItems.Defaults = ImportItems.Defaults(),
        isDryRun: Bool
    ) {
        self.paper = paper
        self.campaign = campaign
        self.file = file
        self.rows = rows
        self.defaults = defaults
        self.isDryRun = isDryRun
    }

    public enum Paper: Sendable {
        /// One that was entered before and is cut further.
        case entered(Directive.ID)
        case new(Typed)

        /// What was typed of a new one.
        public struct Typed: Sendable {
            public let type: String
            public let number: String
            /// Nil where no day was typed.
            public let issuedOn: CivilDate?
            public let issuer: String
            public let abstract: String

            public init(type: String, number: String, issuedOn: CivilDate?, issuer: String, abstract: String) {
                self.type = type
                self.number = number
                self.issuedOn = issuedOn
                self.issuer = issuer
                self.abstract = abstract
            }

            fileprivate func entering(campaign: String?) -> EnterDirective {
                EnterDirective(
                    paper: Directive.Paper(type: type, number: number, issuedOn: issuedOn ?? .earliest, issuer: issuer, abstract: abstract),
                    campaign: campaign)
            }
        }
    }

    public struct File: Sendable {
        public let name: String
        public let content: [UInt8]

        public init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// What was typed of one item, or of one for each of several units.
    public struct Row: Sendable {
        /// Where it stands in the form, from 1.
        public let number: Int
        public let cells: [ItemField: String]

        public init(number: Int, cells: [ItemField: String]) {
            self.number = number
            self.cells = cells
        }

        /// What faults call it.
        public static func name(_ number: Int) -> String { "Dòng \(number)" }
    }

    /// - Throws: `invalid-input` with every fault, of a row by its number and the heading of its field; `directive-there`,
    ///   `directive-file-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ImportOutcome {
        let officer = try await tx.officer()
        guard officer.may(.enterDirective), officer.may(.assignItem) else { throw Problem.notAllowed }
        var given: [WorkItem.Imported] = []
        if case .entered(let id) = paper { given = try await WorkItem.imported(from: id, in: tx) }
        let table = table(after: given)
        let faults = try await faults(table, given, today: officer.today, in: tx, ids: ids)
        guard faults.isEmpty else { throw Problem.invalid(faults) }
        guard isDryRun else { return try await give(table, in: tx, ids: ids) }
        // Given and taken back: who may not give is refused as in earnest, and so is what a constraint says no to.
        var outcome = try await tx.undoing { (tx: borrowing TenantTransaction) in try await give(table, in: tx, ids: ids) }
        outcome.isDryRun = true
        return outcome
    }

    private func give(_ table: AssignmentTable, in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ImportOutcome {
        let directive: Directive.ID
        switch paper {
        case .entered(let id): directive = id
        case .new(let typed): directive = try await typed.entering(campaign: campaign).perform(in: tx, ids: ids)
        }
        if let file {
            try await AttachDirectiveFile(directive: directive, fileName: file.name, content: file.content).perform(in: tx)
        }
        let importing = ImportItems(directive: directive, campaign: campaign, content: [], defaults: defaults, isDryRun: false)
        return try await importing.give(table, in: tx, ids: ids)
    }

    /// A row of which nothing was typed but its number is none. One without number has the next one, after those of the paper and of the form;
    /// or where it was given before, as after the form was sent twice, the number that it has.
    private func table(after given: [WorkItem.Imported]) -> AssignmentTable {
        var typed: [AssignmentTable.Row] = []
        for row in rows where row.cells.contains(where: { $0.key != .sourceRow && !VietnameseText($0.value).isEmpty }) {
            typed.append(AssignmentTable.Row(number: row.number, cells: row.cells.mapValues(AssignmentTable.cell)))
        }
        var taken = Set(typed.map { $0[.sourceRow] })
        var last = (given.map(\.sourceRow) + taken).filter { $0.count < 6 }.compactMap { Int($0) }.max() ?? 0
        let numbered = typed.map { row in
            guard row[.sourceRow].isEmpty else { return row }
            var cells = row.cells
            if let known = given.first(where: { $0.title == VietnameseText(row[.title]).string && !taken.contains($0.sourceRow) }) {
                cells[.sourceRow] = known.sourceRow
                taken.insert(known.sourceRow)
            } else {
                last += 1
                cells[.sourceRow] = String(last)
            }
            return AssignmentTable.Row(number: row.number, cells: cells)
        }
        return AssignmentTable(
            numbered, headings: [:], place: { row, field in "\(Row.name(row.number)), \(field.headings.first ?? field.rawValue)" })
    }
}

// MARK: - What is wrong

extension CutDirective {
    /// - Parameter given: from the paper before.
    private func faults(
        _ table: AssignmentTable, _ given: [WorkItem.Imported], today: CivilDate, in tx: borrowing TenantTransaction, ids: IDSource
    ) async throws -> [FieldFault] {
        let (directive, paperFaults) = try await directive(today: today, in: tx, ids: ids)
        var faults = paperFaults
        var background: ItemBackground
        do {
            background = try await ItemBackground.load(directive: nil, campaign: campaign, in: tx)
        } catch let problem as Problem where !problem.fields.isEmpty {
            faults += problem.fields
            background = try await ItemBackground.load(directive: nil, campaign: nil, in: tx)
        }
        background = ItemBackground(references: background.references, directive: directive, campaign: background.campaign)
        faults += fileFaults()
        if table.rows.isEmpty { return faults + [FieldFault(Row.name(1), "ghi ít nhất một nhiệm vụ, chỉ tiêu")] }
        let leaders = try await LedgerReferences.unitLeaders(on: today, in: tx)
        var entered: Directive.ID?
        if case .entered(let id) = paper { entered = id }
        let taken = try await WorkItem.taken(table.codes, directive: entered, in: tx)
        let papers = try await LedgerSheetSource.directives(numbered: table.sourceNumbers, in: tx)
        // No deadline lies before so early a day: of what depends on a day that is not known nothing is said.
        var reader = AssignmentRows(
            table, background, unitLeaders: leaders, defaults: defaults, assignedOn: directive == nil ? .earliest : nil,
            others: Dictionary(grouping: given, by: \.sourceRow), taken: taken, papers: papers)
        do throws(Problem) {
            _ = try reader.read()
        } catch {
            // Nor of what depends on a paper, or on a campaign, that is not there.
            var unsaid: [String] = directive == nil ? [", \(ItemField.directive.rawValue)", ", \(ItemField.carriedOn.headings[0])"] : []
            if faults.contains(where: { $0.path == "$.campaign" }) { unsaid += ["?content", ", \(ItemField.content.headings[0])"] }
            for found in error.fields where !unsaid.contains(where: { found.path.hasSuffix($0) }) {
                // What stands beside the rows here is a parameter of the request elsewhere.
                faults.append(FieldFault(found.path.hasPrefix("?") ? "$." + found.path.dropFirst() : found.path, found.reason))
            }
        }
        return faults
    }

    /// The paper as its items will name it; nil where something is wrong with it.
    private func directive(today: CivilDate, in tx: borrowing TenantTransaction, ids: IDSource) async throws
        -> (Directive?, [FieldFault])
    {
        switch paper {
        case .entered(let id):
            let found = try await Directive.find(id, in: tx)
            return (found, found == nil ? [FieldFault("$.directive", "không có văn bản này; chọn văn bản đã nhập")] : [])
        case .new(let typed):
            var faults = typed.issuedOn == nil ? [FieldFault("$.issuedOn", "nhập ngày có thật trên văn bản, dạng ngày/tháng/năm")] : []
            var checked: Directive.Paper?
            do {
                checked = try await typed.entering(campaign: nil).checked(in: tx).paper
            } catch let problem as Problem where !problem.fields.isEmpty {
                faults += problem.fields
            }
            guard faults.isEmpty, let checked else { return (nil, faults) }
            let home = try await tx.officer().home
            return (
                Directive(id: ids.next(), tenant: home, paper: checked, campaign: nil, file: nil, version: 1, recordedOn: today), []
            )
        }
    }

    private func fileFaults() -> [FieldFault] {
        guard let file else { return [] }
        // Not yet of any paper.
        let attaching = AttachDirectiveFile(directive: IDSource.system.next(), fileName: file.name, content: file.content)
        do throws(Problem) {
            _ = try attaching.format()
            _ = try attaching.name()
            return []
        } catch {
            return [FieldFault("$.file", error.fields.first?.reason ?? error.detail)]
        }
    }
}
