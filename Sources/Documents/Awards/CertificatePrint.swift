import Domain

/// D15: what is printed on certificates, for who prints them. The fields are ours, the sheet's geometry is the printer's (domain.md 2.5).
public struct CertificatePrint: PaperSource, Hashable {
    public struct Certificate: Sendable, Hashable {
        public let awardee: Awardee
        /// Number in the register of awards (sổ vàng).
        public let registerNumber: Int
        /// Nil of an award that stands as it was signed.
        public let replacement: Replacement?

        public init(_ awardee: Awardee, registerNumber: Int, replacement: Replacement? = nil) {
            self.awardee = awardee
            self.registerNumber = registerNumber
            self.replacement = replacement
        }
    }

    /// The decision that stands in the place of the first, and is printed in its place.
    public struct Replacement: Sendable, Hashable {
        public let decision: QuotedPaper
        /// As it stands under the decision.
        public let signer: String

        public init(_ decision: QuotedPaper, signer: String) {
            self.decision = decision
            self.signer = signer
        }
    }

    public static let kind = PaperKind.certificatePrint

    public let frame: PaperFrame
    public let occasion: AwardOccasion
    public let decision: QuotedPaper
    /// As it stands under the decision: `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`.
    public let signer: String
    public let certificates: [Certificate]

    public init(frame: PaperFrame, occasion: AwardOccasion, decision: QuotedPaper, signer: String, certificates: [Certificate]) {
        self.frame = frame
        self.occasion = occasion
        self.decision = decision
        self.signer = signer
        self.certificates = certificates
    }

    public var paper: OfficialPaper {
        let awardees = certificates.map(\.awardee)
        var paper = frame.paper(
            .named("Nội dung in bằng", abstract: "\(Awardee.forms(awardees)) tặng \(Awardee.subjects(awardees)) \(occasion.achievement)"),
            signed: frame.signer.forBody)
        let added: [PaperTable.Column] = [
            .init("thanh_tich", "Dòng thành tích", share: 32), .init("so_so_vang", "Số sổ vàng", share: 12, .centre),
        ]
        let rows = Awardee.rows(certificates, awardee: \.awardee) { [$0.awardee.achievement, "\($0.registerNumber)"] }
        // One that replaced the decision of all stands in its place; of some they are said apart.
        let common = certificates.allSatisfy { $0.replacement == certificates.first?.replacement } ? certificates.first?.replacement : nil
        let printed = common ?? Replacement(decision, signer: signer)
        paper.body = [
            .paragraph("Số bằng phải in: \(Awardee.count(awardees)). \(names)"),
            .paragraph("In trên từng bằng: \(printed.decision.vietnamese)."),
            .paragraph("Nơi ký, ngày ký: \(place(printed)). Quyền hạn, chức vụ của người ký: \(printed.signer)."),
        ]
        for certificate in certificates {
            guard common == nil, let replacement = certificate.replacement else { continue }
            paper.body.append(
                .paragraph(
                    "Riêng bằng của \(certificate.awardee.name): in \(replacement.decision.vietnamese); nơi ký, ngày ký: "
                        + "\(place(replacement)); quyền hạn, chức vụ của người ký: \(replacement.signer)."))
        }
        paper.body.append(.table(PaperTable("bang", columns: Awardee.columns + added, rows: rows)))
        let unconfirmed = awardees.filter { !$0.isNameConfirmed }.map(\.name)
        if !unconfirmed.isEmpty {
            paper.body.append(
                .paragraph("Tên ghi theo quyết định, chưa được người được khen và đơn vị xác nhận: \(unconfirmed.joined(separator: "; ")).")
            )
        }
        paper.fields = ["quyet_dinh": printed.decision.vietnamese, "so_luong": Awardee.count(awardees)]
        return paper
    }

    private var names: String {
        certificates.allSatisfy(\.awardee.isNameConfirmed)
            ? "Tên ghi đúng như đã được người được khen và đơn vị xác nhận."
            : "Tên chưa được người được khen và đơn vị xác nhận ghi ở cuối văn bản này; đối chiếu với quyết định trước khi in."
    }

    private func place(_ printed: Replacement) -> String {
        printed.decision.signedOn.map { "\(frame.date.place), \($0.inWords)" } ?? frame.date.place
    }
}
