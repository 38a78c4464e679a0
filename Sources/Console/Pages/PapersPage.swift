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
    }

    struct Scan: Sendable {
        let id: String
        let name: String
    }

    struct Signer: Sendable {
        let post: String
        let title: String
    }

    /// - Parameter signers: nobody, for who records nothing.
    init(_ papers: [PaperAct], next: PaperAct.ID?, signers: [(post: Post.ID, title: String)], frame: Frame) {
        self.frame = frame
        rows = papers.map { paper in
            Row(
                number: paper.number, signedOn: paper.signedOn.vietnamese, signer: paper.signerTitle, abstract: paper.abstract,
                recorder: paper.recorderTitle, recordedOn: paper.recordedOn.vietnamese,
                scan: paper.file.map { Scan(id: paper.id.description, name: $0.name) }, lacksScan: paper.file == nil)
        }
        isEmpty = papers.isEmpty
        self.next = next?.description
        mayRecord = !signers.isEmpty
        self.signers = signers.map { Signer(post: $0.post.description, title: $0.title) }
    }
}
