public import Domain
public import Postgres

extension Campaign.Review: PostgresEncodable, PostgresDecodable {}
extension ReviewDispute.Answer.Outcome: PostgresEncodable, PostgresDecodable {}
