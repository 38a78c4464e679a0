public import Domain

extension Problem {
    /// The lease of a job ran out: another worker has it now, and this one lets go of it.
    public static let leaseLost = Problem(
        .stale, "lease-lost", "Phiên xử lý công việc nền đã quá hạn; tiến trình khác đã nhận công việc này.")
}
