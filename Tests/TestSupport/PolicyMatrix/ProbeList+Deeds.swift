import Domain
import FoundationEssentials

/// What some province-wide roles do to the parents and to the province's own rows, and nobody else, whatever his actions.
struct ProvinceDeed {
    /// What of who did it, and when, the row bears and the policies ask.
    enum Signature { case none, name, nameAndDay }

    let what: String
    let makers: Set<ProvinceRole>
    let signature: Signature
    /// False where a guard or a key would stop the stage's row, which the policies let through.
    let stands: Bool
    let statement: String

    init(_ what: String, _ makers: Set<ProvinceRole>, _ signature: Signature, stands: Bool = true, _ statement: String) {
        self.what = what
        self.makers = makers
        self.signature = signature
        self.stands = stands
        self.statement = statement
    }

    /// The table of `core` that it changes first.
    var relation: String {
        guard let mark = statement.firstRange(of: "core.") else { return "" }
        return String(statement[mark.upperBound...].prefix { $0.isLetter || $0 == "_" })
    }
}

extension ProbeList {
    /// By one who has every action, his province-wide role alone decides what he does; by one who has the role and no action, nothing is done.
    /// Nobody does it at home, in a role that he took and does not have, in another's name or for another day.
    func addProvinceDeeds() {
        let writers: [ProvinceRole] = [.office, .homeAffairs, .leadership, .council]
        for deed in provinceDeeds() {
            refuse(
                "\(deed.what) in a role that was taken",
                writers.filter { $0 != seat.bare }.map { (.taken($0.rawValue), deed.statement) })
            guard let own = seat.bare else {
                refuse("\(deed.what) at home", (.home, deed.statement))
                continue
            }
            if !seat.hasEveryAction || !deed.makers.contains(own) {
                refuse("\(deed.what) in another body's place", (.province, deed.statement))
            } else if deed.stands {
                allow(deed.what, by: .province, deed.statement)
            }
        }
        guard let own = seat.bare else {
            // The council that is kept is here one's own.
            refuse("a member seated in a role that was taken", (.taken("home_affairs"), councilMember(of: place)))
            refuse(
                "a member's term in a role that was taken",
                (.taken("home_affairs"), "SELECT FROM core.council_member WHERE tenant_id = '\(place.tenant)' FOR UPDATE"))
            return
        }
        // At home, in one's own wide role, what only the unit's role lets through.
        for (what, statement) in [
            ("a paper", directive(of: place.tenant)), ("a file", file(of: place.bareDirective)),
            ("a change of a paper", "UPDATE core.directive SET abstract = 'y' WHERE id = '\(place.directive)'"),
        ] {
            refuse("\(what) of the unit in the wide role", (.taken(own.rawValue), statement))
        }
        for deed in provinceDeeds(by: place.sparePosts[.root]) where deed.signature != .none {
            refuse("\(deed.what) in another's name", (.province, deed.statement))
        }
        for deed in provinceDeeds(day: "2023-06-19") where deed.signature == .nameAndDay {
            refuse("\(deed.what) of another day", (.province, deed.statement))
        }
    }

    /// Each of them, as this seat would do it.
    func provinceDeeds(by another: UUID? = nil, day: String = "2023-06-20") -> [ProvinceDeed] {
        let by = "'\(another ?? seat.post)'"
        return plans(by, day) + items(by, another, day) + words(by, day) + awards(by, day) + afterAwards(by, day)
    }

    private func plans(_ by: String, _ day: String) -> [ProvinceDeed] {
        let (campaign, directive) = (stage.unlaunched, stage.provincePlace.directive)
        var deeds: [ProvinceDeed] = [
            ProvinceDeed("keep a plan", [.office], .none, plan(code: "MX-FULL")),
            ProvinceDeed("change a plan", [.office], .none, "UPDATE core.campaign SET name = 'x' WHERE id = '\(campaign)'"),
            ProvinceDeed("hold a plan", [.office], .none, "SELECT FROM core.campaign FOR UPDATE"),
            ProvinceDeed(
                "keep a content", [.office], .none,
                "INSERT INTO core.campaign_content (campaign_id, code, title, position) VALUES ('\(campaign)', 'x', 'x', 1)"),
            ProvinceDeed(
                "change a content", [.office], .none,
                "UPDATE core.campaign_content SET title = 'y' WHERE campaign_id = '\(campaign)' AND code = 'MY'"),
            ProvinceDeed("hold a content", [.office], .none, "SELECT FROM core.campaign_content FOR UPDATE"),
            ProvinceDeed(
                "drop a content", [.office], .none,
                "DELETE FROM core.campaign_content WHERE campaign_id = '\(campaign)' AND code = 'MY'"),
            ProvinceDeed(
                "keep a day", [.office], .none,
                "INSERT INTO core.calendar_day (day, working, name, source) VALUES ('2031-05-01', false, 'x', 'x')"),
            ProvinceDeed("change a day", [.office], .none, "UPDATE core.calendar_day SET name = 'y' WHERE day = '2019-01-01'"),
            ProvinceDeed("hold a day", [.office], .none, "SELECT FROM core.calendar_day FOR UPDATE"),
            ProvinceDeed("drop a day", [.office], .none, "DELETE FROM core.calendar_day WHERE day = '2019-01-01'"),
            ProvinceDeed("launch", [.leadership], .nameAndDay, launchCampaign(by: by, day: day)),
            ProvinceDeed("enter the province's paper", [.office], .name, self.directive(of: stage.provincePlace.tenant, by: by)),
            ProvinceDeed(
                "change the province's paper", [.office], .none, "UPDATE core.directive SET abstract = 'y' WHERE id = '\(directive)'"),
            ProvinceDeed(
                "hold the province's paper", [.office], .none, "SELECT FROM core.directive WHERE id = '\(directive)' FOR UPDATE"),
            ProvinceDeed("keep the province's file", [.office], .name, file(of: stage.provincePlace.bareDirective, by: by)),
        ]
        if let paper = stage.chairmansPaper(in: place) {
            // Whose launch it is, the paper says.
            deeds.append(
                ProvinceDeed("launch from a paper", [.office], .none, launchFromPaper(paper.id, by: paper.signer.post)))
        }
        return deeds
    }

    private func items(_ by: String, _ another: UUID?, _ day: String) -> [ProvinceDeed] {
        let (given, target, office) = (place.givenAway, foreign, stage.office)
        let province = stage.provincePlace
        var deeds: [ProvinceDeed] = [
            ProvinceDeed("order", [.office], .nameAndDay, order("core", target, post: another, day: day)),
            ProvinceDeed("change an order", [.office], .none, "UPDATE core.work_item SET title = 'x' WHERE id = '\(given)'"),
            // Without a condition, so that no policy of reading hides what might be changed.
            ProvinceDeed("change orders unseen", [.office], .none, stands: false, "UPDATE core.work_item SET title = 'x'"),
            ProvinceDeed("hold an order", [.office], .none, "SELECT FROM core.work_item WHERE id = '\(given)' FOR UPDATE"),
            ProvinceDeed(
                "a deadline", [.office], .nameAndDay,
                occurrence("core", target, .root, on: given, assigner: place.tenant, by: by, day: day)),
            ProvinceDeed(
                "a source", [.office], .nameAndDay,
                source("core", target, .root, on: given, assigner: place.tenant, by: by, day: day)
                    .replacing("\(target.directive)", with: "\(province.directive)")),
            ProvinceDeed(
                "a correction", [.office], .nameAndDay, correction("core", target, .root, assigner: place.tenant, by: by, day: day)),
            ProvinceDeed("a draft of an item", [.office], .nameAndDay, itemDraft("core", place, seat.slot, by: by, day: day)),
            ProvinceDeed(
                "rule on an order", [.office], .nameAndDay,
                ruling("core", target, .root, on: given, assigner: place.tenant, by: by, day: day)),
            ProvinceDeed(
                "rule on the Office", [.leadership], .nameAndDay,
                ruling("core", office, .root, on: office.order, assigner: office.tenant, by: by, day: day)),
            ProvinceDeed(
                "grant time", [.office], .nameAndDay,
                extended(
                    "core", target, .root, on: given, assigner: place.tenant, step: "granted", to: "2023-07-15", by: by, day: day)),
            ProvinceDeed(
                "grant the Office time", [.leadership], .nameAndDay,
                extended(
                    "core", office, .root, on: office.order, assigner: office.tenant, step: "granted", to: "2023-07-15", by: by, day: day)),
            ProvinceDeed(
                "answer a dispute", [.office], .nameAndDay,
                disputed("core", target, .root, about: given, assigner: place.tenant, step: "rejected", by: by, day: day)),
            ProvinceDeed(
                "answer the Office's dispute", [.leadership], .nameAndDay,
                disputed("core", office, .root, about: office.order, assigner: office.tenant, step: "rejected", by: by, day: day)),
        ]
        if let paper = stage.chairmansPaper(in: place) {
            deeds.append(
                ProvinceDeed(
                    "rule from a paper", [.office], .nameAndDay,
                    rulingFromPaper(in: place, .root, on: place.selfGiven, paper.id, by: by, day: day)))
        }
        return deeds
    }

    private func words(_ by: String, _ day: String) -> [ProvinceDeed] {
        [
            ProvinceDeed(
                "the Office's comment", [.office], .nameAndDay,
                motto("core", foreign, .root, step: "commented", body: "office", by: by, day: day)),
            ProvinceDeed(
                "Home Affairs' comment", [.homeAffairs], .nameAndDay,
                motto("core", foreign, .root, step: "commented", body: "homeAffairs", by: by, day: day)),
            ProvinceDeed(
                "the council's decision", [.council], .nameAndDay,
                motto("core", foreign, .root, step: "decided", body: "provinceCouncil", by: by, day: day)),
            ProvinceDeed("open a review", [.office], .nameAndDay, openReview(by: by, day: day)),
            ProvinceDeed("answer about a review", [.office], .nameAndDay, answer(by: by, day: day)),
            ProvinceDeed("freeze", [.office], .name, freeze(by: by)),
            ProvinceDeed("open a month", [.office], .nameAndDay, openMonth(by: by, day: day)),
            ProvinceDeed("close a month", [.office], .name, closeMonth(by: by)),
            // Its snapshot is asked for by the key when the transaction ends.
            ProvinceDeed("freeze a unit's part", [.office], .none, part()),
        ]
    }

    private func awards(_ by: String, _ day: String) -> [ProvinceDeed] {
        let (target, province) = (foreign, stage.provincePlace)
        return [
            ProvinceDeed(
                "hold a dossier back", [.homeAffairs, .leadership], .nameAndDay,
                dossierStep("core", target, target.submittedDossier, "hold", by: by, day: day)),
            ProvinceDeed(
                "the Chairman's letter", [.homeAffairs], .nameAndDay,
                initiativeStep("core", target, target.tenant, "letter", by: by, day: day)),
            ProvinceDeed("choose another law", [.homeAffairs], .nameAndDay, chooseRegime(of: target, by: by, day: day)),
            ProvinceDeed("record a decision", [.homeAffairs], .nameAndDay, awardDecision(by: by, day: day)),
            ProvinceDeed("record an award", [.homeAffairs], .nameAndDay, award(in: province, by: by, day: day)),
            ProvinceDeed("seat a member", [.homeAffairs], .nameAndDay, councilMember(of: province, by: by, day: day)),
            ProvinceDeed("end a member's term", [.homeAffairs], .none, endTerm(in: province)),
            ProvinceDeed(
                "hold a member's term", [.homeAffairs], .none,
                "SELECT FROM core.council_member WHERE tenant_id = '\(province.tenant)' FOR UPDATE"),
            ProvinceDeed("open a round", [.homeAffairs], .nameAndDay, nominationRound(by: by, day: day)),
            ProvinceDeed(
                "lock a round", [.homeAffairs], .none,
                "UPDATE core.nomination_round SET locked_on = '2023-06-20' WHERE review_id = '\(stage.review)'"),
            ProvinceDeed("keep hold of a round", [.homeAffairs], .none, "SELECT FROM core.nomination_round FOR UPDATE"),
            // No frozen verdict of the stage has the share of one.
            ProvinceDeed("record a letter", [.homeAffairs], .nameAndDay, stands: false, awardLetter(by: by, day: day)),
            ProvinceDeed("strike a letter", [.homeAffairs], .nameAndDay, struckLetter(of: target, by: by, day: day)),
            ProvinceDeed(
                "keep hold of a letter", [.homeAffairs], .none,
                "SELECT FROM core.award_letter WHERE tenant_id = '\(target.tenant)' FOR UPDATE"),
            ProvinceDeed("hold a nominee back", [.homeAffairs], .nameAndDay, integrityHold(by: by, day: day)),
            ProvinceDeed(
                "end a hold", [.homeAffairs], .none,
                "UPDATE core.integrity_hold SET ended_on = '2023-06-20', ended_document = 'x'"),
            ProvinceDeed(
                "keep hold of a hold", [.homeAffairs], .none,
                "SELECT FROM core.integrity_hold WHERE tenant_id = '\(target.tenant)' FOR UPDATE"),
            ProvinceDeed("record a form of papers", [.homeAffairs], .nameAndDay, paperTemplate(of: province, by: by, day: day)),
            ProvinceDeed("record an earlier award", [.homeAffairs], .nameAndDay, earlierAward(of: target, by: by, day: day)),
            ProvinceDeed("strike out an earlier award", [.homeAffairs], .none, strike(in: target)),
            ProvinceDeed(
                "keep hold of an earlier award", [.homeAffairs], .none,
                "SELECT FROM core.earlier_award WHERE tenant_id = '\(target.tenant)' FOR UPDATE"),
            ProvinceDeed("rule on an achievement", [.homeAffairs], .nameAndDay, achievementRuling(by: by, day: day)),
            ProvinceDeed(
                "answer a difficulty", [.office], .nameAndDay, difficultyStep(target, target.tenant, "answer", by: by, day: day)),
            // None of the stage's items is overdue in the campaign.
            ProvinceDeed("record a letter about what is overdue", [.office], .nameAndDay, stands: false, urging(target, by: by, day: day)),
            ProvinceDeed(
                "confirm a good model", [.homeAffairs, .leadership], .nameAndDay,
                goodModelStep(target, target.tenant, "confirm", by: by, day: day)),
            ProvinceDeed("say when people are reminded", [.office], .nameAndDay, reminderRule(by: by, day: day)),
            ProvinceDeed("say how long months are", [.office], .nameAndDay, periodRule(by: by, day: day)),
            ProvinceDeed("plan the event of a review", [.office], .nameAndDay, reviewEvent(province, by: by, day: day)),
            ProvinceDeed("plan what it is", [.office], .nameAndDay, reviewEventPlan(province, by: by, day: day)),
            ProvinceDeed("name a paper of it", [.office], .nameAndDay, reviewEventPaper(province, by: by, day: day)),
            ProvinceDeed("attach a file to it", [.office], .nameAndDay, reviewFile("core", province, by: by, day: day)),
            ProvinceDeed("record that it was held", [.office], .nameAndDay, reviewEventOutcome(province, by: by, day: day)),
            ProvinceDeed("plan an inspection", [.office], .nameAndDay, inspection(target, by: by, day: day)),
            ProvinceDeed("record an inspection", [.office], .nameAndDay, visit(target, by: by, day: day)),
            ProvinceDeed("plan what an outlet reports", [.office], .nameAndDay, plannedLine(by: by, day: day)),
            ProvinceDeed("approve a press kit", [.office], .nameAndDay, pressKit(target, by: by, day: day)),
            ProvinceDeed("record a finding", [.office], .nameAndDay, finding(target, by: by, day: day)),
            ProvinceDeed(
                "assign a member a unit", [.homeAffairs], .nameAndDay, following(province, followed: target.tenant, by: by, day: day)),
            ProvinceDeed("end what a member was assigned", [.homeAffairs], .none, endFollowing(province)),
            ProvinceDeed(
                "keep hold of what a member was assigned", [.homeAffairs], .none,
                "SELECT FROM core.following WHERE tenant_id = '\(province.tenant)' FOR UPDATE"),
            ProvinceDeed("order a remedy with a finding", [.office], .nameAndDay, remedy(target, "finding", by: by, day: day)),
            // No criticism of the stage is signed.
            ProvinceDeed(
                "order a remedy with criticism", [.homeAffairs, .leadership], .nameAndDay, stands: false,
                remedy(target, "criticism", by: by, day: day)),
            ProvinceDeed("withdraw a remedy", [.office], .nameAndDay, remedyStep(target, target.tenant, "withdraw", by: by, day: day)),
            ProvinceDeed(
                "withdraw what the Chairman ordered", [.leadership], .nameAndDay,
                remedyStep(target, target.putCriticism, "withdraw", position: 1, by: by, day: day)),
            ProvinceDeed(
                "withdraw what Home Affairs ordered", [.homeAffairs], .nameAndDay,
                remedyStep(target, target.criticism, "withdraw", position: 1, by: by, day: day)),
            ProvinceDeed("propose a criticism", [.homeAffairs], .nameAndDay, criticism(target, by: by, day: day)),
            ProvinceDeed("put a criticism", [.homeAffairs], .nameAndDay, criticismStep(target, "put", by: by, day: day)),
            ProvinceDeed("sign a criticism", [.leadership], .nameAndDay, criticismStep(target, "sign", by: by, day: day)),
            ProvinceDeed("ask an opinion", [.homeAffairs], .nameAndDay, opinion(by: by, day: day)),
            ProvinceDeed(
                "answer an opinion", [.homeAffairs], .none,
                "UPDATE core.dossier_opinion SET answered_on = '2023-06-20', answer = 'x', answer_number = 'x', agrees = true WHERE giver_id IS NULL"
            ),
            ProvinceDeed(
                "keep hold of an opinion", [.homeAffairs], .none,
                "SELECT FROM core.dossier_opinion WHERE tenant_id = '\(target.tenant)' FOR UPDATE"),
            ProvinceDeed(
                "answer a petition", [.homeAffairs], .none,
                "UPDATE core.petition SET answered_on = '2023-06-20', answer = 'x', answer_number = 'x', outcome = 'upheld' WHERE giver_id IS NULL"
            ),
            ProvinceDeed(
                "keep hold of a petition", [.homeAffairs], .none,
                "SELECT FROM core.petition WHERE tenant_id = '\(target.tenant)' FOR UPDATE"),
        ]
    }

    func chooseRegime(of target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.dossier_regime (tenant_id, id, dossier_id, regime_code, reason, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.submittedDossier)', 'my', 'x', \(by ?? post), '\(day)')
        """
    }

    func award(in target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, percent, base_salary,
            rounding, name_reason)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.passingSession)', '\(foreign.tenant)', '\(foreign.signedDossier)', 'x', \(by ?? post), '\(day)',
            'decided', 1, 1, 'nearest', 'x')
        """
    }
}
