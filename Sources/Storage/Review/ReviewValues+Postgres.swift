public import Domain
public import Postgres

extension Campaign.Review: PostgresEncodable, PostgresDecodable {}
extension ReviewDispute.Answer.Outcome: PostgresEncodable, PostgresDecodable {}
extension OpenResult.Kind: PostgresEncodable, PostgresDecodable {}
extension LeftOpen.Kind: PostgresEncodable, PostgresDecodable {}
