// How many request units of DynamoDB one read or write takes: sizes are rounded up to 4 KB and 1 KB.
#pragma once

namespace storewright::cost {

/// What a read promises, and what it takes of the units of its size.
enum class ReadKind { strong, eventual, transactional };

/// Units of one write: one for each KB begun (1,024 bytes), twice that in a transaction. An item of no bytes takes one.
/// Source: AWS, pricing for provisioned capacity: 1 KB takes one unit, 3 KB three, 3 KB in a transaction six.
double write_units_of(double item_bytes, bool transactional);

/// Units of one read: one for each 4 KB begun; half of that eventually consistent, twice in a transaction.
/// Source: the same page: of 8 KB two strongly, one eventually consistent, four in a transaction.
double read_units_of(double item_bytes, ReadKind kind);

}  // namespace storewright::cost
