import Domain
import Operations

/// Acts that were signed on paper, as the unit keeps them: who signed, who recorded, the scan; for those who may, to record one.
struct PapersPage: FormPage {
    static let template = "papers"
    let frame: Frame
    let rows: [Row]
    let isEmpty: Bool
    /// Where the next page begins; nil at the end.
    let next: String?
    let mayRecord: Bool
    let signers: [Signer]
    var fault: FormFault?

    struct Row: Sendable {
        let number: String
        let signedOn: String
        let signer: String
        let abstract: String
        let recorder: String
        let recordedOn: String
        /// Nil while there is none, and nothing is recorded from the paper yet.
        let scan: Scan?
        let lacksScan: Bool
        /// What follows; nil where nothing does of itself.
        let follows: NextStep?
    }

    struct NextStep: Sendable {
        let words: String
        let link: String
        let place: String
    }

    struct Scan: Sendable {
        let id: String
        let name: String
    }

    struct Signer: Sendable {
        let post: String
        let title: String
    }

    /// - Parameters:
    ///   - unit: that keeps them.
    ///   - signers: nobody, for who records nothing.
    init(_ papers: [PaperAct], of unit: Tenant.Slug, next: PaperAct.ID?, signers: [(post: Post.ID, title: String)], frame: Frame) {
        self.frame = frame
        rows = papers.map { paper in
            Row(
                number: paper.number, signedOn: paper.signedOn.vietnamese, signer: paper.signerTitle, abstract: paper.abstract,
                recorder: paper.recorderTitle, recordedOn: paper.recordedOn.vietnamese,
                scan: paper.file.map { Scan(id: paper.id.description, name: $0.name) }, lacksScan: paper.file == nil,
                follows: paper.next.map { NextStep($0, of: unit, isOfTheProvince: paper.isOfTheProvince) })
        }
        isEmpty = papers.isEmpty
        self.next = next?.description
        mayRecord = !signers.isEmpty
        self.signers = signers.map { Signer(post: $0.post.description, title: $0.title) }
    }
}

extension PapersPage.NextStep {
    /// - Parameter unit: that keeps the paper.
    fileprivate init(_ next: PaperAct.Next, of unit: Tenant.Slug, isOfTheProvince: Bool) {
        switch next {
        case .launch:
            self.init(
                words: "Nếu là kế hoạch phát động: ghi nhận phát động tại", link: isOfTheProvince ? "/" : "/units/\(unit)/launches",
                place: isOfTheProvince ? "trang đầu, mục Phát động" : "Tiếp nhận, ghi nhận phát động")
        case .award:
            self.init(
                words: "Nếu là quyết định khen thưởng: ghi quyết định tại", link: isOfTheProvince ? "/awards" : "/units/\(unit)/own-awards",
                place: isOfTheProvince ? "Khen thưởng" : "Giấy khen của đơn vị")
        }
    }
}
