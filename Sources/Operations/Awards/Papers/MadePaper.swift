public import Documents
public import Domain
import Storage

/// A paper as it was made: a Word document, and what it is called.
public struct MadePaper: Sendable, Hashable {
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case docx, pdf

        public var document: DocumentFormat {
            switch self {
            case .docx: .docx
            case .pdf: .pdf
            }
        }
    }

    public let kind: PaperKind
    public let docx: [UInt8]

    /// In the form of the body that issues it: its own template where it has one on the paper's day, which is today as long as it is not signed;
    /// else the built-in one. A paper that bears an earlier day keeps the form of that day.
    ///
    /// - Parameter tenant: whose form; nil: the province's.
    init(_ source: some PaperSource, of tenant: Tenant.ID?, in tx: borrowing TenantTransaction) async throws {
        kind = type(of: source).kind
        let paper = source.paper
        let day = if let signed = paper.date.signedOn { signed } else { try await tx.officer().today }
        if let form = try await OfficeTemplate.document(of: kind.rawValue, tenant, on: day, in: tx) {
            docx = try paper.docx(filling: PaperTemplate(form.content, name: form.name), as: kind)
        } else {
            docx = try source.docx()
        }
    }

    /// Its bytes in a format. PDF takes a while: not inside a transaction.
    ///
    /// - Parameter programs: the folders in which LibreOffice is looked for, as in `PATH`; nil: of this process.
    /// - Throws: `pdf-not-installed`, `pdf-failed`, ``Problem/unavailable``.
    public func content(as format: Format, programs: String? = nil) async throws(Problem) -> [UInt8] {
        switch format {
        case .docx: docx
        case .pdf: try await PDFConverter(path: programs).pdf(of: docx)
        }
    }

    /// As an officer reads it, and in ASCII for what knows no other letters.
    public func name(as format: Format) -> (text: String, plain: String) {
        ("\(kind.vietnamese).\(format.rawValue)", "\(kind.rawValue).\(format.rawValue)")
    }
}

/// Why a paper cannot be made now.
enum PaperRefusal {
    /// - Parameter when: from when on it can, as a sentence.
    static func early(_ kind: PaperKind, _ record: DossierRecord, when: String) -> Problem {
        Problem(
            .refused, "paper-too-early",
            "Hồ sơ ở trạng thái “\(record.standing.state.vietnamese)” nên chưa lập được “\(kind.vietnamese)”. \(when)")
    }

    /// The unit chooses whom it puts forward (A03); what its council passed beyond its slots it withdraws.
    static func beyondSlots(_ names: [String], free: Int) -> Problem {
        Problem(
            .refused, "proposal-beyond-slots",
            """
            Có \(names.count) cá nhân đã được Hội đồng thông qua và chưa trình (\(names.joined(separator: "; "))), nhưng chỉ còn \(free) suất đề nghị: \
            thừa \(names.count - free). Lựa chọn người đề nghị, rút hồ sơ còn lại rồi lập tờ trình.
            """)
    }

    static func ofTheProvince(_ kind: PaperKind) -> Problem {
        Problem(
            .refused, "paper-of-the-province",
            "“\(kind.vietnamese)” do Sở Nội vụ lập chung cho cả tỉnh. Mở hồ sơ ở phạm vi toàn tỉnh rồi lập văn bản.")
    }

    static func sessionOpen(_ kind: PaperKind) -> Problem {
        Problem(
            .refused, "session-open", "Phiên họp chưa kết thúc nên chưa lập được “\(kind.vietnamese)”. Kết thúc phiên họp rồi lập văn bản.")
    }

    static func sessionOver(_ kind: PaperKind) -> Problem {
        Problem(
            .refused, "session-over",
            "Phiên họp đã kết thúc nên đồng chí không còn đọc hồ sơ của phiên họp, không lập được “\(kind.vietnamese)”. Thư ký Hội đồng lập văn bản; biên bản đã ký xem ở tệp của phiên họp."
        )
    }

    static let noBallots = Problem(
        .refused, "session-without-ballots",
        "Phiên họp không bỏ phiếu nên không có phiếu biểu quyết, biên bản kiểm phiếu. Lập biên bản họp Hội đồng.")
}
