import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Decisions, the golden book, letters, names on certificates.
    static let registers: [String: RouteQuestion] = [
        "page.statistics": .asking(.province) { _ in "?form=0601&year=2023" },
        "statistics": .asking(.province) { _ in "?form=0603&year=2023" },
        "page.awards": RouteQuestion(.province), "page.published-awards": RouteQuestion(.catalogue, sees: { _ in "MX ngày" }),
        "page.awards.record": RouteQuestion(.province, text: { "number=9&date=2023-06-19&signer=x&d-\($0.signedDossier)=yes" }),
        "page.awards.letter": RouteQuestion(
            .province, text: { "campaign=MX0&review=interim&unit=\($0.unit)&declined=yes&note=x&date=2023-06-19&signer=x" }),
        "presentations.list": RouteQuestion(.province), "page.presentations": RouteQuestion(.province),
        "own-presentations.list": RouteQuestion(.whole), "page.own-presentations": RouteQuestion(.whole),
        "presentations.plan": RouteQuestion(.province) { _ in
            ["name": "Hội nghị sơ kết", "place": "Hội trường", "heldOn": "2023-06-20", "chair": "Chủ tịch"]
        },
        "page.presentations.plan": RouteQuestion(.province, text: { _ in "name=x&place=x&date=2023-06-20&chair=x" }),
        "page.names": RouteQuestion(.whole, sees: { $0.submittedDossier }),
        "page.names.confirm": RouteQuestion(.whole, text: { "dossier=\($0.submittedDossier)&party=unit&name=x" }),
        "page.unit-holds": RouteQuestion(.whole, sees: { _ in "đang tạm dừng xét" }),
        "page.holds": RouteQuestion(.province, sees: { _ in "đang tạm dừng xét" }),
        "page.holds.record": RouteQuestion(
            .province, text: { "kind=person&id=\($0.person)&number=7&issuer=x&from=2023-06-19" }),
        "awards.record": RouteQuestion(.province) { _ in
            ["number": "9/QĐ-UBND", "signedOn": "2023-06-19", "signer": "CHỦ TỊCH", "awards": []]
        },
        "own-awards.list": RouteQuestion(.whole), "own-awards.totals": .asking(.province) { _ in "?year=2023" },
        "own-rules.list": RouteQuestion(.whole), "own-rounds.list": RouteQuestion(.whole), "page.own-awards": RouteQuestion(.whole),
        // What is wrong with the rules is told to who may take them, and to nobody else.
        "own-rules.take": RouteQuestion(.whole) { _ in
            [
                "documentNumber": "9/QĐ-UBND", "documentOn": "2023-06-19", "validFrom": "2023-06-18", "givers": "x", "criteria": "x",
                "councilRules": "x",
            ]
        },
        "page.own-awards.rules": RouteQuestion(
            .whole, text: { _ in "number=9&date=2023-06-19&from=2023-06-18&givers=x&criteria=x&councils=x" }),
        "awards.list": RouteQuestion(.province), "awards.budget": .asking(.province) { _ in "?campaign=MX0&review=interim" },
        "awards.published": RouteQuestion(.catalogue, sees: { _ in "\"MX\"" }),
        "letters.list": .asking(.province) { _ in "?campaign=MX0&review=interim" },
        "initiative-letters.list": RouteQuestion(.province),
        "letters.record": RouteQuestion(.province) {
            [
                "campaign": "MX0", "review": "interim", "unit": .string($0.unit), "declined": true, "note": "x", "signedOn": "2023-06-19",
                "signer": "CHỦ TỊCH",
            ]
        },
        "awards.history": RouteQuestion(.whole, sees: { _ in "\"MX\"" }), "templates.list": RouteQuestion(.whole, sees: { _ in "\"MX\"" }),
        "achievements.flags": RouteQuestion(.province), "page.history": RouteQuestion(.province),
        "page.unit-history": RouteQuestion(.whole, sees: { _ in ">MX<" }), "page.templates": RouteQuestion(.province),
        "page.unit-templates": RouteQuestion(.whole, sees: { _ in "(MX)" }),
        "consents.list": RouteQuestion(.whole, sees: { $0.submittedDossier }, query: { _ in "?limit=200" }),
        "award-names.list": RouteQuestion(.whole, sees: { $0.submittedDossier }),
        "award-names.confirm": RouteQuestion(.whole) {
            ["dossier": .string($0.submittedDossier), "party": "unit", "name": "Nguyễn Văn An"]
        },
    ]
}
