import Domain
import TestSupport
import Web

extension RouteQuestion {
    /// Criticism and reminders, what units did themselves about late work, opinions, petitions.
    static let held: [String: RouteQuestion] = [
        "criticisms.list": RouteQuestion(.whole, sees: { $0.criticism }, query: { _ in "?limit=200" }),
        "criticisms.propose": RouteQuestion(.province) {
            ["kind": "reminder", "campaign": "MX0", "unit": .string($0.unit), "items": [.string($0.item)], "words": "Làm ngay"]
        },
        "petitions.list": RouteQuestion(.whole, sees: { $0.petition }, query: { _ in "?limit=200" }),
        "petitions.file": RouteQuestion(.whole) { _ in ["kind": "petition", "campaign": "MX0", "words": "Đề nghị xem lại"] },
        "opinions.list": RouteQuestion(.province), "own-opinions.list": RouteQuestion(.whole), "page.own-opinions": RouteQuestion(.whole),
        "opinions.ask": RouteQuestion(.province) { _ in
            ["body": "Công an tỉnh", "question": "Chấp hành pháp luật", "documentNumber": "1/SNV", "dueOn": "2023-06-30"]
        },
        "handlings.list": RouteQuestion(.whole, sees: { _ in "\"HW-1\"" }, query: { _ in "?limit=200" }),
        "handlings.record": RouteQuestion(.whole) {
            ["kind": "reminder", "item": .string($0.whole), "documentNumber": "1/TB", "documentOn": "2023-06-19"]
        },
        "handlings.counts": RouteQuestion(.province),
        "page.criticisms": RouteQuestion(.province), "page.unit-criticisms": RouteQuestion(.whole, sees: { $0.criticism }),
        "page.criticisms.propose": RouteQuestion(
            .province, text: { "kind=reminder&campaign=MX0&subject=unit&id=\($0.unit)&words=x" }),
        "page.petitions": RouteQuestion(.province), "page.unit-petitions": RouteQuestion(.whole, sees: { _ in "PW-1</td>" }),
        "page.unit-petitions.file": RouteQuestion(.whole, text: { _ in "kind=petition&campaign=MX0&words=x" }),
        "page.opinions": RouteQuestion(.province),
        "page.opinions.ask": RouteQuestion(
            .province, text: { "dossier=\($0.submittedDossier)&body=x&question=x&number=1&due=2023-06-30" }),
        "page.handlings": RouteQuestion(.whole, sees: { _ in "HW-1" }),
        "page.handlings.record": RouteQuestion(.whole, text: { "kind=reminder&item=\($0.whole)&number=1&date=2023-06-19" }),
    ]

    /// What the stage has in no state in which it could be asked, or what asks for the person concerned.
    static let heldElsewhere: [String: String] = [
        "criticisms.mine": "CriticismRouteTests: asks for the one concerned",
        "criticisms.explain-own": "CriticismRouteTests: asks for the one concerned",
        "criticisms.explain": "CriticismRouteTests: in every state", "criticisms.put": "CriticismRouteTests: in every state",
        "criticisms.sign": "CriticismRouteTests: in every state", "criticisms.decline": "CriticismRouteTests: in every state",
        "criticisms.show": "CriticismRouteTests: by every party", "criticisms.letter": "CriticismRouteTests: once it is put",
        "page.criticism": "CriticismPageTests: by every party", "page.unit-criticism": "CriticismPageTests: by every party",
        "page.criticism.letter": "CriticismPageTests: once it is put", "page.unit-criticism.letter": "CriticismPageTests: once it is put",
        "page.unit-criticism.explanation": "CriticismPageTests: takes the form that the page offers",
        "page.criticism.put": "CriticismPageTests: takes the form that the page offers",
        "page.criticism.signature": "CriticismPageTests: takes the form that the page offers",
        "page.criticism.refusal": "CriticismPageTests: takes the form that the page offers",
        "petitions.mine": "PetitionRouteTests: asks for who filed it", "petitions.file-own": "PetitionRouteTests: asks for who files it",
        "petitions.answer": "PetitionRouteTests: needs a petition that waits",
        "page.unit-petitions.file-own": "PetitionRouteTests: asks for who files it",
        "page.petitions.answer": "PetitionRouteTests: needs a petition that waits",
        "opinions.answer": "PetitionRouteTests: needs a question that waits",
        "own-opinions.ask": "OwnHeldTests: asks each who gives",
        "page.own-opinions.ask": "OwnHeldTests: takes the form that the page offers",
        "own-opinions.answer": "OwnHeldTests: needs a question that waits",
        "page.own-opinions.answer": "OwnHeldTests: takes the form that the page offers",
        "own-petitions.answer": "OwnHeldTests: needs a petition that waits",
        "page.own-petitions.answer": "OwnHeldTests: takes the form that the page offers",
        "page.opinions.answer": "PetitionRouteTests: needs a question that waits",
    ]
}
