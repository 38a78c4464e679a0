public import Domain

extension Problem {
    /// Every fault of a campaign file, each with its line, column and field.
    public init(_ rejection: CampaignFile.Rejection) {
        self.init(
            .invalid, "campaign-file", "Tệp kế hoạch có \(rejection.faults.count) chỗ chưa đúng. Sửa các chỗ được nêu rồi nhập lại.",
            fields: rejection.faults.map { fault in
                let place = "dòng \(fault.position.line), cột \(fault.position.column)"
                return FieldFault(fault.path.isEmpty ? place : "\(place), \(fault.path)", fault.message)
            })
    }
}
