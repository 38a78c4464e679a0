import Domain
import Testing

/// One change to the sample campaign and the faults that have to follow, as path and rule.
struct Spoiling: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout Campaign) -> Void
    var faults: [CampaignFault]

    init(_ description: String, _ faults: [(String, CampaignFault.Rule)], _ change: @escaping @Sendable (inout Campaign) -> Void) {
        testDescription = description
        self.change = change
        self.faults = faults.map { CampaignFault($0.0, $0.1) }
    }
}

@Suite("A campaign")
struct CampaignRuleTests {
    @Test("without contradictions has no faults")
    func sample() {
        #expect(Campaign.sample.faults().isEmpty)
    }

    @Test("is refused for values of the wrong form", arguments: formTable)
    func form(_ spoiling: Spoiling) { expect(spoiling) }

    @Test("is refused for dates that contradict one another or the words", arguments: datesTable)
    func dates(_ spoiling: Spoiling) { expect(spoiling) }

    @Test("is refused for content and a motto that do not fit", arguments: contentTable)
    func content(_ spoiling: Spoiling) { expect(spoiling) }

    @Test("is refused for awards and parameters that do not fit", arguments: awardsTable)
    func awards(_ spoiling: Spoiling) { expect(spoiling) }

    private func expect(_ spoiling: Spoiling, sourceLocation: SourceLocation = #_sourceLocation) {
        var campaign = Campaign.sample
        spoiling.change(&campaign)
        let found = campaign.faults()
        #expect(found.map(\.path) == spoiling.faults.map(\.path), sourceLocation: sourceLocation)
        #expect(found.map(\.rule) == spoiling.faults.map(\.rule), sourceLocation: sourceLocation)
        for fault in found {
            #expect(fault.message.contains("hãy"), "no next step in “\(fault.message)”", sourceLocation: sourceLocation)
        }
    }
}

// MARK: - The tables

extension CampaignRuleTests {
    static let formTable: [Spoiling] = [
        Spoiling("another format", [("format", .unknownFormat(9))]) { $0.format = 9 },
        Spoiling("a code with a space", [("code", .malformedCode("MAU 1"))]) { $0.code = "MAU 1" },
        Spoiling(
            "a code with marks",
            [
                ("legalBases[0].code", .malformedCode("QĐ-1")),
                ("content[1].directives[0]", .unknownReference("CT-1", known: ["QĐ-1"])),
            ]
        ) { $0.legalBases[0].code = "QĐ-1" },
        Spoiling("a clause without a Roman number", [("duties[0].clause", .malformedClause("5.1"))]) { $0.duties[0].clause = "5.1" },
        Spoiling("a clause with an empty level", [("reporting.clause", .malformedClause("V..2"))]) { $0.reporting.clause = "V..2" },
        Spoiling("the province in its own first tier", [("firstTier[0].kind", .provinceInFirstTier)]) { $0.firstTier[0].kind = .province },
        Spoiling(
            "a scope that the catalogue does not have",
            [("firstTier[0].scope", .unknownReference("khoi", known: ["award_subject", "media", "authority", "other"]))]
        ) { $0.firstTier[0].scope = "khoi" },
        Spoiling("nobody in the first tier", [("firstTier", .emptyList)]) { $0.firstTier = [] },
        Spoiling("a code used twice", [("phases[1].code", .duplicate("I", firstAt: "phases[0].code"))]) { $0.phases[1].code = "I" },
        Spoiling("a recipient named twice", [("recipients[1]", .duplicate("Lưu: VT", firstAt: "recipients[0]"))]) {
            $0.recipients.append("Lưu: VT")
        },
        Spoiling(
            "a part of the motto with the code of a task",
            [
                ("motto.parts[2].code", .duplicate("III.2.1", firstAt: "content[1].tasks[0].code")),
                ("motto.parts[2].code", .codeOutsideGroup("III.2.1", group: "III.1")),
            ]
        ) { $0.motto?.parts[2].code = "III.2.1" },
    ]

    static let datesTable: [Spoiling] = [
        Spoiling(
            "a directive younger than the plan",
            [
                ("legalBases[0].date", .directiveAfterPlan(CivilDate(known: 2031, 1, 11), plan: CivilDate(known: 2031, 1, 10)))
            ]
        ) { $0.legalBases[0].date = CivilDate(known: 2031, 1, 11) },
        Spoiling("a gap between phases", [("phases[1].from", .phaseNotContiguous(expected: CivilDate(known: 2031, 7, 1)))]) {
            $0.phases[1].from = CivilDate(known: 2031, 7, 2)
        },
        Spoiling("an overlap of phases", [("phases[1].from", .phaseNotContiguous(expected: CivilDate(known: 2031, 7, 1)))]) {
            $0.phases[1].from = CivilDate(known: 2031, 6, 30)
        },
        Spoiling(
            "a phase past the span",
            [
                ("phases[1].to", .phaseOutsideSpan(span: CivilDate(known: 2031, 1, 1)...CivilDate(known: 2031, 12, 31)))
            ]
        ) { $0.phases[1].to = CivilDate(known: 2032, 1, 1) },
        Spoiling(
            "a phase that ends before it begins",
            [
                ("phases[1].to", .endsBeforeStart(from: CivilDate(known: 2031, 7, 1), to: CivilDate(known: 2031, 6, 1)))
            ]
        ) { $0.phases[1].to = CivilDate(known: 2031, 6, 1) },
        Spoiling(
            "a phase that ends on another day than its words",
            [
                (
                    "phases[0].to",
                    .dateAgainstWords(
                        "Từ nay đến hết ngày 30/6/2031", meant: CivilDate(known: 2031, 6, 30),
                        found: CivilDate(known: 2031, 6, 29))
                ),
                ("phases[1].from", .phaseNotContiguous(expected: CivilDate(known: 2031, 6, 30))),
            ]
        ) { $0.phases[0].to = CivilDate(known: 2031, 6, 29) },
        Spoiling(
            "a deadline that is the day the words exclude",
            [
                (
                    "launch.deadline.date",
                    .dateAgainstWords(
                        "trước ngày 01/3/2031", meant: CivilDate(known: 2031, 2, 28),
                        found: CivilDate(known: 2031, 3, 1))
                )
            ]
        ) { $0.launch.deadline.date = CivilDate(known: 2031, 3, 1) },
        Spoiling("a deadline whose words say no day", [("launch.deadline.words", .wordsNotUnderstood("sớm nhất có thể"))]) {
            $0.launch.deadline.words = "sớm nhất có thể"
        },
        Spoiling("such words, but a paper that fixed the day", []) {
            $0.launch.deadline.words = "sớm nhất có thể"
            $0.launch.deadline.fixedBy = "Công văn số 9"
        },
        Spoiling("a deadline before the signature", [("launch.deadline.date", .deadlineBeforeSignature(CivilDate(known: 2031, 1, 10)))]) {
            $0.launch.deadline = .init(words: "ngày 09/01/2031", date: CivilDate(known: 2031, 1, 9))
        },
        Spoiling("a deadline on the day of signature", []) {
            $0.launch.deadline = .init(words: "ngày 10/01/2031", date: CivilDate(known: 2031, 1, 10))
        },
        Spoiling(
            "a deadline in the second phase",
            [
                ("launch.deadline.date", .deadlineOutsideFirstPhase(CivilDate(known: 2031, 1, 10)...CivilDate(known: 2031, 6, 30)))
            ]
        ) { $0.launch.deadline = .init(words: "ngày 01/7/2031", date: CivilDate(known: 2031, 7, 1)) },
        Spoiling(
            "a last phase without the final review",
            [
                ("phases[1].review", .lastPhaseNeedsFinalReview), ("awards.reviews[1].review", .reviewWithoutPhase(.final)),
            ]
        ) { $0.phases[1].review = nil },
        Spoiling(
            "a final review in the middle",
            [
                ("phases[0].review", .finalReviewTooEarly), ("awards.reviews[0].review", .reviewWithoutPhase(.interim)),
            ]
        ) { $0.phases[0].review = .final },
    ]

    static let contentTable: [Spoiling] = [
        Spoiling("a directive that is not listed", [("content[1].directives[0]", .unknownReference("CT-9", known: ["CT-1"]))]) {
            $0.content[1].directives = ["CT-9"]
        },
        Spoiling("a task outside its group", [("content[1].tasks[0].code", .codeOutsideGroup("III.3.1", group: "III.2"))]) {
            $0.content[1].tasks[0].code = "III.3.1"
        },
        Spoiling(
            "tasks in a group that takes no items",
            [
                ("content[1].takesItems", .tasksWithoutItems), ("content", .nothingTakesItems),
            ]
        ) { $0.content[1].takesItems = false },
        Spoiling("a motto in a group that takes items", [("motto.content", .mottoContentTakesItems("III.1"))]) {
            $0.content[0].takesItems = true
        },
        Spoiling(
            "a motto that no group orders",
            [
                ("motto.content", .unknownReference("III.7", known: ["III.1"])),
                ("motto.parts[0].code", .codeOutsideGroup("III.1.1", group: "III.7")),
                ("motto.parts[1].code", .codeOutsideGroup("III.1.2", group: "III.7")),
                ("motto.parts[2].code", .codeOutsideGroup("III.1.3", group: "III.7")),
            ]
        ) { $0.motto?.content = "III.7" },
        Spoiling("a motto with a part too few", [("motto.parts", .mottoCount(opening: "có", announced: 2, found: 1))]) {
            $0.motto?.parts.remove(at: 0)
        },
        Spoiling(
            "a part that the name does not announce",
            [
                ("motto.parts[2].words", .mottoPartOutsideName("Chẳng chậm")),
                ("motto.parts", .mottoCount(opening: "không", announced: 1, found: 0)),
            ]
        ) { $0.motto?.parts[2].words = "Chẳng chậm" },
        Spoiling("a motto whose name counts nothing", []) { $0.motto?.name = "Nghĩ thật, làm thật" },
    ]

    static let awardsTable: [Spoiling] = [
        Spoiling(
            "no rule for a review",
            [
                ("phases[0].review", .phaseWithoutAward(.interim)), ("parameters[0].name", .needlessParameter(.minimumProgressPercent)),
                ("parameters[1].name", .needlessParameter(.s2Rule)), ("parameters[2].name", .needlessParameter(.letterPercentInterim)),
                ("parameters[4].name", .needlessParameter(.individualsInterim)),
                ("parameters[8].name", .needlessParameter(.newItemGraceWorkingDays)),
                ("parameters[11].name", .needlessParameter(.carryPhaseOneLate)),
            ]
        ) { $0.awards.reviews.removeFirst() },
        Spoiling("a motto condition without a motto", [("awards.reviews[0].conditions[0].test", .mottoConditionWithoutMotto)]) {
            $0.motto = nil
        },
        Spoiling("later items at the final review", [("awards.reviews[1].conditions[1].test", .laterItemsAtFinal)]) {
            $0.awards.reviews[1].conditions.append(.init(test: .laterItems, words: "50%"))
        },
        Spoiling("a review that tests no items", [("awards.reviews[1].conditions", .reviewTestsNoItems(.final))]) {
            $0.awards.reviews[1].conditions = [.init(test: .motto, words: "Phương châm")]
        },
        Spoiling(
            "a share other than the words",
            [
                ("parameters[2].value", .valueAgainstWords(.letterPercentInterim, value: 15, words: [20]))
            ]
        ) { $0.parameters[2].value = .integer(15) },
        Spoiling(
            "a cap other than the words",
            [
                ("parameters[5].value", .valueAgainstWords(.individualsFinal, value: 4, words: [6]))
            ]
        ) { $0.parameters[5].value = .integer(4) },
        Spoiling("a percentage past a hundred", [("parameters[2].value", .valueOutsideDomain(.letterPercentInterim))]) {
            $0.awards.reviews[0].letter?.words = "tối thiểu 101%"
            $0.parameters[2].value = .integer(101)
        },
        Spoiling("an unknown choice", [("parameters[1].value", .valueOutsideDomain(.s2Rule))]) { $0.parameters[1].value = .choice("some") },
        Spoiling("a number for yes or no", [("parameters[11].value", .valueOutsideDomain(.carryPhaseOneLate))]) {
            $0.parameters[11].value = .integer(1)
        },
        Spoiling("a parameter left out", [("parameters", .missingParameter(.settleDays))]) {
            $0.parameters.remove(at: Campaign.place(of: .settleDays))
        },
        Spoiling("a decision number of another form", [("parameters[0].decision", .malformedDecision("B1"))]) {
            $0.parameters[0].basis = .decision("B1")
        },
        Spoiling("a section of another form", [("parameters[0].plan", .malformedClause("4.2"))]) { $0.parameters[0].basis = .plan("4.2") },
        Spoiling(
            "a second reminder before the first",
            [
                ("parameters[\(Campaign.place(of: .reminderSecondDays))].value", .secondReminderNotLater(first: 7, second: 7))
            ]
        ) { $0.parameters[Campaign.place(of: .reminderSecondDays)].value = .integer(7) },
    ]
}
