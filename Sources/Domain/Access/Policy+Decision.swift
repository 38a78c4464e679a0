extension Policy {
    /// The policy as one table: role × deed × relation × state. Row policies, routes and commands are tested against every cell, and
    /// `access explain` answers from here.
    ///
    /// Taken for granted: the thing is such as the deed is about. Inside a tenant a ruled item was handed on inside it, by the acting post
    /// itself where the post sees only a subtree; in ``Relation/own`` it belongs to the sub-unit and to no person.
    public func decide(_ deed: Deed, _ relation: Relation, _ state: PlaceState = .open) -> Decision {
        switch deed {
        case .selfService: relation == .oneself ? .allowed(.everybody) : .refused(.relation)
        case .reading(let reading): decide(reading, relation)
        case .action(let action): decide(action, relation, state)
        }
    }

    // MARK: - Reading

    private func decide(_ reading: Reading, _ relation: Relation) -> Decision {
        switch reading {
        case .catalogue: .allowed(.everybody)
        // Who works in a unit, and which papers it has, all its officers know.
        case .directory: relation.isInside ? .allowed(.relation) : wholeProvince
        case .directive: relation.isInside || relation == .province ? .allowed(.relation) : wholeProvince
        case .draft: decideDraft(relation)
        // Why somebody left is for those who keep the directory.
        case .move: relation.isInside ? actions.contains(.manageDirectory) ? .allowed(.role) : .refused(.role) : .refused(.relation)
        case .evidence: relation.isInside ? within(relation) : evidenceAskedFor(relation)
        // A unit's council is the unit's (A59); of the provincial one reads who reads the province.
        case .council: relation.isInside ? within(relation) : relation == .province ? wholeProvince : .refused(.relation)
        // Inside, who answers for the unit or proposes for it, and the one concerned; outside, who keeps holds and who signs, not who votes.
        case .hold, .criticism:
            switch relation {
            case .oneself: within(relation)
            case _ where relation.isInside: answersForUnit ? within(relation) : .refused(.role)
            default: keepsHolds ? .allowed(.role) : .refused(.relation)
            }
        // Every officer of the unit knows by what it awards; the province reads totals alone.
        case .ownAward: relation.isInside ? .allowed(.relation) : .refused(.relation)
        // The province is told how often, and no more.
        case .handling: relation.isInside ? within(relation) : .refused(.relation)
        // Inside an outlet who reports for it, and nobody else of its officers.
        case .coverage: relation.isInside ? actions.contains(.reportCoverage) ? .allowed(.role) : .refused(.role) : wholeProvince
        case .launch, .item, .motto, .paper: relation.isInside ? within(relation) : wholeProvince
        }
    }

    /// Once it was passed on to them: by the chain alone, and never outside the unit (A59).
    private func decideDraft(_ relation: Relation) -> Decision {
        switch (Draft.Level(role), relation) {
        case (.unit?, _) where relation.isInside: .allowed(.role)
        case (.subUnit?, .own), (.subUnit?, .subUnit): .allowed(.reach)
        case (_, .oneself): .allowed(.relation)
        default: .refused(.relation)
        }
    }

    /// Who asked for a result reads what it rests on, and nobody else (A59): of the province's orders the Office and the leadership.
    private func evidenceAskedFor(_ relation: Relation) -> Decision {
        let asks = provinceRole == .office || provinceRole == .leadership
        return asks && relation != .province ? .allowed(.role) : .refused(.relation)
    }

    private var answersForUnit: Bool { actions.contains(.proposeAward) || actions.contains(.answerReview) }

    private var keepsHolds: Bool { provinceRole == .homeAffairs || provinceRole == .leadership || provinceRole == .auditor }

    private var wholeProvince: Decision {
        actions.contains(.readProvince) ? .allowed(.role) : .refused(.relation)
    }

    // MARK: - Acting

    private func decide(_ action: Action, _ relation: Relation, _ state: PlaceState) -> Decision {
        guard actions.contains(action) else { return .refused(.role) }
        let decision = whereAllowed(action, relation)
        guard decision.isAllowed, state == .closed, !action.outlivesTheTenant(relation), relation != .province else { return decision }
        return .refused(.closedTenant)
    }

    private func whereAllowed(_ action: Action, _ relation: Relation) -> Decision {
        switch action {
        case .readProvince, .tryParameters:
            .allowed(.role)
        case .assessMotto, .registerInitiative:
            relation.isInside ? within(relation) : .refused(.relation)
        case .confirmInitiative:
            // What is asked of the post's own unit, by another.
            relation == .own ? .allowed(.role) : .refused(.relation)
        case .commentMotto, .decideMotto:
            decideMotto(relation)
        case .importCampaign, .launchCampaign, .keepReview:
            relation == .province ? .allowed(.role) : .refused(.relation)
        case .readAudit:
            relation.isInside ? within(relation) : provinceRole != nil ? .allowed(.role) : .refused(.relation)
        case .manageDirectory:
            // Nobody gives himself a post.
            relation == .oneself ? .refused(.separation) : insideOnly(relation)
        case .receiveLaunch, .cascadeLaunch, .recordPaper, .answerReview, .keepCouncil, .reportCoverage:
            insideOnly(relation)
        case .appraiseAward, .decideAward:
            // Of other units, and of the province: a post's own unit it does not appraise (A66).
            relation == .foreignTenant || relation == .province ? .allowed(.role) : .refused(.relation)
        case .keepOwnAward, .giveAward:
            // What the unit of the post gives, and no other: a commune's Giấy khen is not its district's.
            switch (reach, relation) {
            case (_, .own), (.tenant, .parent): .allowed(.role)
            default: .refused(.relation)
            }
        case .enterDirective:
            relation == .province && givesOrders ? .allowed(.role) : insideOnly(relation)
        case .reportLaunch, .reportProgress, .proposeAward, .approveReturn:
            relation.isInside ? within(relation) : .refused(.relation)
        case .assignItem:
            relation.isInside ? within(relation) : givesOrders && relation != .province ? .allowed(.role) : .refused(.relation)
        case .ruleItem:
            decideRuling(relation)
        case .giveDelegation:
            // One lends one's own post; the head of a unit also those that the unit gives.
            relation == .oneself || (role == .unitHead && relation.isInside) ? .allowed(.role) : .refused(.relation)
        case .revokeDelegation:
            // What was lent of one's own post; who keeps the directory takes back what anybody of the unit lent.
            relation == .oneself || (actions.contains(.manageDirectory) && relation.isInside) ? .allowed(.role) : .refused(.relation)
        }
    }

    /// A66: not the person who did it, nor who sits in the sub-unit that did it; what the Office gave itself, the province's leaders alone.
    private func decideRuling(_ relation: Relation) -> Decision {
        switch relation {
        case .oneself, .own: .refused(.separation)
        case .subUnit, .parent, .sibling: within(relation)
        case .foreignTenant: givesOrders ? .allowed(.role) : .refused(.relation)
        case .selfGiven: provinceRole == .leadership ? .allowed(.role) : .refused(.separation)
        case .province: .refused(.relation)
        }
    }

    /// The motto of other units is the province's to comment and decide on, never its own unit's; that of sub-units their unit's council decides,
    /// but for those in which the member sits and what these stand under (A53, A66).
    private func decideMotto(_ relation: Relation) -> Decision {
        switch relation {
        case .oneself, .own, .parent: .refused(.separation)
        case .subUnit, .sibling: provinceRole == nil ? .allowed(.role) : .refused(.separation)
        case .foreignTenant: provinceRole == nil ? .refused(.relation) : .allowed(.role)
        case .selfGiven, .province: .refused(.relation)
        }
    }

    /// The Office gives orders to every unit of the province.
    private var givesOrders: Bool { provinceRole == .office }

    private func insideOnly(_ relation: Relation) -> Decision {
        relation.isInside ? .allowed(.role) : .refused(.relation)
    }

    /// Inside the tenant, as far as the role reaches.
    private func within(_ relation: Relation) -> Decision {
        switch (reach, relation) {
        case (.tenant, _), (_, .oneself), (.subtree, .own), (.subtree, .subUnit): .allowed(.reach)
        default: .refused(.reach)
        }
    }
}

extension Action {
    /// Reading, and acts that are the province's own about a unit that may be closed by then.
    func outlivesTheTenant(_ relation: Relation) -> Bool {
        switch self {
        case .readProvince, .readAudit, .importCampaign, .launchCampaign, .tryParameters, .keepReview: true
        case .decideMotto, .ruleItem: !relation.isInside
        case .manageDirectory, .receiveLaunch, .cascadeLaunch, .reportLaunch, .enterDirective, .assignItem, .reportProgress,
            .giveDelegation, .revokeDelegation, .recordPaper, .assessMotto, .commentMotto, .answerReview, .proposeAward, .keepCouncil,
            .appraiseAward, .decideAward, .keepOwnAward, .giveAward, .registerInitiative, .confirmInitiative, .approveReturn,
            .reportCoverage:
            false
        }
    }
}
