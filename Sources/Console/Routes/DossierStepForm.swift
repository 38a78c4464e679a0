import Domain
import Operations
import Web

/// What the form of a step was sent with, as the operation that takes it.
enum DossierStepForm {
    static func act(_ verb: DossierVerb, on dossier: AwardDossier.ID, _ call: Call) throws -> DossierRoutes.Act {
        let (form, ids) = (call.form, call.ids)
        let (reason, number) = (form["reason"], form["number"])
        let day = try FormDay.read(form["date"], "$.happenedOn")
        switch verb {
        case .submit:
            let act = SubmitDossier(dossier: dossier)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .supplement:
            let act = SupplementDossier(dossier: dossier, happenedOn: day, note: reason)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .withdraw:
            let act = WithdrawDossier(dossier: dossier, reason: reason, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .receive:
            let act = ReceiveDossier(dossier: dossier, happenedOn: day, lateDecision: number)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .askSupplement:
            let act = AskDossierSupplement(dossier: dossier, defects: reason, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .appraise:
            let act = AppraiseDossier(dossier: dossier, happenedOn: day, documentNumber: number)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .refuse:
            let act = RefuseDossier(dossier: dossier, reason: reason, documentNumber: number, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .hold:
            let act = HoldDossier(dossier: dossier, reason: reason, documentNumber: number, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .release:
            let act = ReleaseDossier(dossier: dossier, reason: reason, documentNumber: number, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .put:
            let act = PutDossierToChairman(dossier: dossier, documentNumber: number, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .decide:
            let act = DecideDossier(dossier: dossier, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .passCouncil:
            let act = PassOwnCouncil(dossier: dossier, documentNumber: number, happenedOn: day)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        case .present:
            let act = PresentDossier(dossier: dossier, happenedOn: day, note: reason)
            return { (tx: borrowing TenantTransaction) in try await act.perform(in: tx, ids: ids) }
        }
    }
}
