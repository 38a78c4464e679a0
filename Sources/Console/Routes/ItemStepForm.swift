import Domain
import Operations
import Web

/// The fields of the forms on an item's page.
struct ItemStepForm {
    let form: FormBody

    private func day(_ path: String) throws(Problem) -> CivilDate? { try FormDay.read(form["day"], path) }

    func due() throws(Problem) -> CivilDate? { try FormDay.read(form["due"], "$.dueOn") }

    func paper() throws(Problem) -> PassingPaper {
        PassingPaper(
            decidedOn: try day("$.decidedOn"), documentNumber: form["number"], documentIssuer: form["issuer"], reason: form["reason"])
    }

    func by() throws(Problem) -> String {
        guard let typed = filled("by") else { throw .invalid("$.by", "nhập mã của nhiệm vụ thay thế") }
        return typed
    }

    func ruling(_ kind: Ruling.Kind, on item: WorkItem.ID) throws(Problem) -> RuleItem {
        RuleItem(
            item: item, kind: kind, report: try (kind == .confirmed ? report() : nil),
            fault: kind == .returned ? Ruling.Fault(rawValue: form["fault"]) : nil,
            decidedOn: try day("$.decidedOn"), documentNumber: form["number"], documentIssuer: form["issuer"], reason: form["reason"])
    }

    /// The one that is confirmed; nil: the last.
    private func report() throws(Problem) -> ProgressReport.ID? {
        guard let text = filled("report") else { return nil }
        guard let id = ProgressReport.ID(text) else { throw .invalid("$.report", "chọn báo cáo trong danh sách") }
        return id
    }

    func reporting(_ item: WorkItem.ID, isResult: Bool) throws(Problem) -> ReportProgress {
        var figure: ProgressReport.Figure?
        if !VietnameseText(form["figure"]).isEmpty {
            guard let value = Quantity(vietnamese: form["figure"]), let status = ProgressReport.Figure.Status(rawValue: form["status"])
            else {
                throw .invalid("$.figure", "số liệu không đúng; nhập số, dấu thập phân là dấu phẩy, và chọn loại số liệu")
            }
            figure = ProgressReport.Figure(value: value, status: status)
        }
        let evidenceOn = try day("$.evidenceOn")
        // What a figure was measured for is not the day on which it is sent (A24).
        if figure != nil, evidenceOn == nil {
            throw .invalid("$.evidenceOn", "nhập ngày cuối kỳ đo hoặc ngày đạt, không phải ngày công bố")
        }
        return ReportProgress(
            item: item, isResult: isResult, evidenceOn: evidenceOn, milestonePercent: Int(form["percent"]), figure: figure,
            documentNumber: form["number"], documentIssuer: form["issuer"], narrative: form["reason"],
            occurrence: try FormDay.read(form["occurrence"], "$.occurrence"), delayedBy: filled("delayedBy"))
    }

    func addingOccurrences(_ item: WorkItem.ID) throws(Problem) -> AddOccurrences {
        do throws(OccurrenceWordsFault) {
            return AddOccurrences(item: item, days: try OccurrenceWords(form["occurrences"]).days)
        } catch {
            throw .invalid("$.occurrences", error.description)
        }
    }

    func addingSource(_ item: WorkItem.ID) throws(Problem) -> AddItemSource {
        guard let directive = Directive.ID(form["directive"]) else { throw .invalid("$.directive", "chọn văn bản trong danh sách") }
        return AddItemSource(item: item, source: AssignItem.Source(directive: directive, clause: form["clause"]))
    }

    func attaching(_ item: WorkItem.ID) throws(Problem) -> AttachEvidence {
        guard let report = ProgressReport.ID(form["report"]) else { throw .invalid("$.report", "chọn báo cáo trong danh sách") }
        guard let file = form.file("file") else {
            throw .invalid("$.file", "chưa chọn tệp; chọn tệp PDF, DOCX, XLSX, PNG hoặc JPG")
        }
        let attaching = AttachEvidence(item: item, report: report, fileName: file.name, file: try file.spooled)
        _ = try attaching.format()
        return attaching
    }

    func asking(_ item: WorkItem.ID) throws(Problem) -> AskExtension {
        guard let dueOn = try due() else { throw .invalid("$.dueOn", "nhập thời hạn đề nghị") }
        var asking = AskExtension(
            item: item, dueOn: dueOn, reason: form["reason"], documentNumber: form["number"], askedOn: try day("$.askedOn"))
        asking.documentIssuer = form["issuer"]
        return asking
    }

    func deciding(_ item: WorkItem.ID, isPostFacto: Bool) throws(Problem) -> DecideExtension {
        var deciding = DecideExtension(
            item: item, isGranted: isPostFacto || form["granted"] == "yes", dueOn: try due(), isPostFacto: isPostFacto,
            decidedOn: try day("$.decidedOn"), documentNumber: form["number"], reason: form["reason"])
        deciding.documentIssuer = form["issuer"]
        return deciding
    }

    func disputing(_ item: WorkItem.ID) throws(Problem) -> DisputeItem {
        guard let ground = DisputeStep.Ground(rawValue: form["ground"]) else {
            throw .invalid("$.ground", "chọn nội dung kiến nghị trong danh sách")
        }
        return DisputeItem(
            item: item, ground: ground, proposedLead: filled("lead"), duplicateCode: filled("duplicate"), reason: form["reason"],
            documentNumber: form["number"], raisedOn: try day("$.raisedOn"))
    }

    func answering(_ item: WorkItem.ID) throws(Problem) -> AnswerDispute {
        let answer = AnswerDispute.Answer(
            DisputeStep.Remedy(rawValue: form["remedy"]), lead: filled("lead"), dueOn: try due(), by: filled("by"))
        return AnswerDispute(item: item, answer: answer, paper: try paper())
    }

    func handingOn(_ item: WorkItem.ID) throws(Problem) -> HandOnItem {
        var (unit, assignee) = (form["unit"], Person.ID?.none)
        if let chosen = filled("assignee") {
            // Chosen is a person of one unit: he may have posts in several.
            let ids = chosen.split(separator: " ").map(String.init)
            guard ids.count == 2, let person = Person.ID(ids[0]), let seat = SubUnit.ID(ids[1]) else {
                throw .invalid("$.assignee", "chọn người trong danh sách")
            }
            assignee = person
            if VietnameseText(unit).isEmpty { unit = seat.description }
        }
        if VietnameseText(unit).isEmpty { throw .invalid("$.unit", "chọn phòng, ban, xã, phường, thị trấn, hoặc người được giao") }
        return HandOnItem(parent: item, unit: unit, assignee: assignee, title: filled("title"), dueOn: try due())
    }

    private func filled(_ name: String) -> String? {
        VietnameseText(form[name]).isEmpty ? nil : form[name]
    }
}
