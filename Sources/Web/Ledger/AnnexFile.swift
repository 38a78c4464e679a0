public import Domain
public import Operations

/// How the annex of what a paper orders is asked for, for the API and the pages alike.
public enum AnnexFile {
    public static let query = [
        QueryParameter("directive", .uuid, "The paper that orders; or campaign."),
        QueryParameter("campaign", .string, "Code of the campaign whose plan orders; or directive."),
    ]

    public static let largest = 8 * 1_048_576
    public static let workbookName = "phu-luc-giao-nhiem-vu.xlsx"

    public static func making(_ call: Call) throws(Problem) -> MakeAssignmentAnnex {
        let directive: Directive.ID? = try call.queryID("directive")
        switch (directive, call.query("campaign")) {
        case (let id?, nil): return MakeAssignmentAnnex(.directive(id))
        case (nil, let code?): return MakeAssignmentAnnex(.campaign(code))
        default: throw .invalid("?directive", "ghi một trong hai: mã định danh văn bản hoặc mã phong trào")
        }
    }
}
