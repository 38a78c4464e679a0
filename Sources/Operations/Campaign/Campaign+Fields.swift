import Domain

// The layout of a campaign file, read from top to bottom as `deploy/campaigns` shows it.

extension Campaign {
    init(fields: FieldReader) {
        self.init(
            format: fields.integer("format"),
            code: fields.text("code"),
            name: fields.text("name"),
            paper: fields.group("paper", Paper.init(fields:)),
            preamble: fields.text("preamble"),
            legalBases: fields.optionalGroups("legalBases", DirectiveCitation.init(fields:)),
            purposes: fields.texts("purposes"),
            requirements: fields.texts("requirements"),
            subjects: fields.group("subjects", Passage.init(fields:)),
            duration: fields.group("duration", Passage.init(fields:)),
            firstTier: fields.groups("firstTier", FirstTierSelection.init(fields:)),
            span: fields.group("span", Span.init(fields:)),
            phases: fields.groups("phases", Phase.init(fields:)),
            launch: fields.group("launch", Launch.init(fields:)),
            motto: fields.optionalGroup("motto", Motto.init(fields:)),
            content: fields.groups("content", ContentGroup.init(fields:)),
            awards: fields.group("awards", Awards.init(fields:)),
            duties: fields.groups("duties", BodyDuty.init(fields:)),
            reporting: fields.group("reporting", Reporting.init(fields:)),
            difficulties: fields.group("difficulties", DifficultyRoute.init(fields:)),
            closing: fields.text("closing"),
            recipients: fields.texts("recipients"),
            parameters: fields.groups("parameters", Parameter.init(fields:))
        )
    }
}

extension Campaign.Passage {
    fileprivate init(fields: FieldReader) {
        self.init(clause: fields.text("clause"), words: fields.text("words"))
    }
}

// MARK: - The paper

extension Campaign.Paper {
    fileprivate init(fields: FieldReader) {
        self.init(
            type: fields.text("type"),
            number: fields.text("number"),
            symbol: fields.text("symbol"),
            date: fields.date("date"),
            place: fields.text("place"),
            issuer: fields.text("issuer"),
            abstract: fields.text("abstract"),
            signer: fields.group("signer") { Campaign.Signer(post: $0.text("post"), name: $0.text("name")) }
        )
    }
}

extension Campaign.DirectiveCitation {
    fileprivate init(fields: FieldReader) {
        self.init(
            code: fields.text("code"),
            type: fields.text("type"),
            reference: fields.text("reference"),
            date: fields.date("date"),
            issuer: fields.text("issuer"),
            abstract: fields.text("abstract"),
            assignsTo: fields.choices("assignsTo")
        )
    }
}

// MARK: - Who and when

extension Campaign.FirstTierSelection {
    fileprivate init(fields: FieldReader) {
        self.init(
            kind: fields.choice("kind", standIn: .department),
            scope: fields.optionalText("scope"),
            words: fields.text("words")
        )
    }
}

extension Campaign.Span {
    fileprivate init(fields: FieldReader) {
        self.init(words: fields.text("words"), from: fields.date("from"), to: fields.date("to"))
    }
}

extension Campaign.Phase {
    fileprivate init(fields: FieldReader) {
        self.init(
            code: fields.text("code"),
            name: fields.text("name"),
            words: fields.text("words"),
            from: fields.date("from"),
            to: fields.date("to"),
            review: fields.optionalChoice("review")
        )
    }
}

extension Campaign.Launch {
    fileprivate init(fields: FieldReader) {
        self.init(
            clause: fields.text("clause"),
            by: fields.text("by"),
            words: fields.texts("words"),
            deadline: fields.group("deadline") {
                Campaign.Deadline(words: $0.text("words"), date: $0.date("date"), fixedBy: $0.optionalText("fixedBy"))
            },
            forms: fields.groups("forms") {
                Campaign.LaunchForm(kind: $0.choice("kind", standIn: .other), label: $0.text("label"))
            },
            reach: fields.group("reach", Campaign.Passage.init(fields:))
        )
    }
}

// MARK: - Content

extension Campaign.Motto {
    fileprivate init(fields: FieldReader) {
        self.init(
            content: fields.text("content"),
            name: fields.text("name"),
            parts: fields.groups("parts") {
                Campaign.MottoPart(
                    code: $0.text("code"), words: $0.text("words"), indicator: $0.text("indicator"),
                    measures: $0.optionalChoices("measures"))
            }
        )
    }
}

extension Campaign.ContentGroup {
    fileprivate init(fields: FieldReader) {
        self.init(
            code: fields.text("code"),
            label: fields.text("label"),
            words: fields.text("words"),
            takesItems: fields.flag("takesItems"),
            directives: fields.optionalTexts("directives"),
            tasks: fields.optionalGroups("tasks") {
                Campaign.ContentTask(code: $0.text("code"), label: $0.text("label"), words: $0.text("words"))
            }
        )
    }
}

// MARK: - Awards

extension Campaign.Awards {
    fileprivate init(fields: FieldReader) {
        self.init(
            collectives: fields.group("collectives", Campaign.Passage.init(fields:)),
            individuals: fields.group("individuals", Campaign.Passage.init(fields:)),
            reviews: fields.groups("reviews", Campaign.ReviewAward.init(fields:)),
            adHoc: fields.optionalGroups("adHoc") {
                Campaign.AdHocAward(
                    kind: $0.choice("kind", standIn: .letter), clause: $0.text("clause"), recognition: $0.text("recognition"),
                    words: $0.text("words")
                )
            },
            ownPower: fields.optionalGroups("ownPower", Campaign.Passage.init(fields:))
        )
    }
}

extension Campaign.ReviewAward {
    fileprivate init(fields: FieldReader) {
        self.init(
            review: fields.choice("review", standIn: .final),
            clause: fields.text("clause"),
            name: fields.text("name"),
            recognition: fields.text("recognition"),
            words: fields.text("words"),
            conditions: fields.groups("conditions") {
                Campaign.AwardCondition(test: $0.choice("test", standIn: .allItems), words: $0.text("words"))
            },
            letter: fields.optionalGroup("letter") {
                Campaign.LetterRule(words: $0.text("words"), recognition: $0.text("recognition"))
            },
            individuals: fields.optionalGroup("individuals") { Campaign.IndividualsRule(words: $0.text("words")) }
        )
    }
}

// MARK: - Duties, reports, parameters

extension Campaign.BodyDuty {
    fileprivate init(fields: FieldReader) {
        self.init(
            clause: fields.text("clause"),
            body: fields.text("body"),
            role: fields.choice("role", standIn: .firstTier),
            units: fields.optionalTexts("units"),
            duties: fields.texts("duties")
        )
    }
}

extension Campaign.Reporting {
    fileprivate init(fields: FieldReader) {
        self.init(
            clause: fields.text("clause"),
            words: fields.text("words"),
            by: fields.choice("by", standIn: .office),
            to: fields.text("to"),
            every: fields.choice("every", standIn: .month),
            perUnit: fields.flag("perUnit"),
            mergedWith: fields.optionalText("mergedWith")
        )
    }
}

extension Campaign.DifficultyRoute {
    fileprivate init(fields: FieldReader) {
        self.init(
            clause: fields.text("clause"),
            words: fields.text("words"),
            to: fields.text("to"),
            through: fields.text("through"),
            unit: fields.text("unit")
        )
    }
}

extension Campaign.Parameter {
    fileprivate init(fields: FieldReader) {
        let name: Campaign.ParameterName = fields.choice("name", standIn: .minimumItems)
        self.init(
            name: name,
            value: fields.parameterValue("value", of: name),
            basis: fields.basis(),
            changer: fields.choice("changer", standIn: .leadership),
            note: fields.optionalText("note")
        )
    }
}

extension FieldReader {
    /// The value of a parameter as its name wants it.
    fileprivate func parameterValue(_ field: String, of name: Campaign.ParameterName) -> Campaign.ParameterValue {
        switch name.domain {
        case .integer: .integer(integer(field))
        case .flag: .flag(flag(field))
        case .choice: .choice(text(field))
        }
    }

    /// Where a value comes from: exactly one of four fields.
    fileprivate func basis() -> Campaign.Basis {
        let found = Campaign.Basis.Kind.allCases.compactMap { kind in
            optionalText(kind.rawValue).map { Campaign.Basis(kind, $0) }
        }
        let place = position(of: found.last?.kind.rawValue ?? "value")
        if found.isEmpty { log.spoil(.basisMissing, at: place, path: path) }
        if found.count > 1 { log.spoil(.basisAmbiguous(found.map(\.kind.rawValue)), at: place, path: path) }
        return found.first ?? .local("")
    }
}
