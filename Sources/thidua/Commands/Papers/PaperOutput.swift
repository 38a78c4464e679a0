import Documents
import Domain

/// Signed papers as commands print them.
enum PaperOutput {
    static func print(_ papers: [PaperAct], as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Số, ký hiệu", "Ngày ký", "Người ký", "Trích yếu", "Người ghi nhận", "Bản chụp", "Mã"],
            rows: papers.map { paper in
                [
                    paper.number, paper.signedOn.vietnamese, paper.signerTitle, paper.abstract, paper.recorderTitle,
                    paper.file?.name ?? "chưa có",
                    paper.id.description,
                ]
            },
            json: .array(papers.map(PaperJSON.value)), as: format)
    }
}
