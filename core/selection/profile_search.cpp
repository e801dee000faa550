#include "core/selection/profile_search.h"

#include <algorithm>

#include "core/base/sort.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;

constexpr std::size_t followed = 12;  // unfinished paths that are carried on

// Of equally short ways the one to the better winner.
bool shorter(const Path& a, const Path& b) { return a.size != b.size ? a.size < b.size : a.left.score < b.left.score; }

bool more_promising(const Path& a, const Path& b) {
  if (a.left < b.left) return true;
  return !(b.left < a.left) && a.size < b.size;
}

/// Hard rules in the way of each record.
std::vector<int> rules_in_the_way(const Rulebook& rulebook, const Decision& decision) {
  std::vector<int> count(rulebook.knowledge.engines.size());
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i)
    if (decision.active[i] == Truth::yes && is_hard(rulebook.knowledge.rules[i]))
      rulebook.rules[i].struck.each([&](std::size_t record) { ++count[record]; });
  return count;
}

class Search {
 public:
  Search(const Profile& profile, const Rulebook& rulebook, Wish wish)
      : profile_(profile), rulebook_(rulebook), wish_(wish), moves_(useful_moves()) {}

  std::vector<Path> singles() const {
    std::vector<Path> paths;
    for (const Move& move : moves_) paths.push_back(extended({}, move));
    return paths;
  }

  std::vector<Path> extensions(const std::vector<Path>& paths) const {
    std::vector<Path> longer;
    for (const Path& path : paths)
      for (const Move& move : moves_)
        if (!touches(path, move)) longer.push_back(extended(path, move));
    return longer;
  }

  /// Every pair once.
  std::vector<Path> pairs() const {
    std::vector<Path> found;
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      const Profile first = profile_after(profile_, {moves_[i]});
      for (std::size_t j = i + 1; j < moves_.size(); ++j) {
        if (same_input(moves_[i], moves_[j])) continue;
        Profile both = first;
        apply(moves_[j], both);
        const Distance left = left_of(both);
        if (left.none() || found.size() < followed || left < found.back().left)
          keep(found, {{moves_[i], moves_[j]}, moves_[i].size + moves_[j].size, left});
      }
    }
    return found;
  }

  /// Leaves out every move that is not needed, and makes each as small as it may be.
  Path trimmed(Path path) const {
    for (std::size_t i = 0; i < path.moves.size();) {
      std::vector<Move> fewer = path.moves;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (left_of(profile_after(profile_, fewer)).none())
        path.moves = std::move(fewer);
      else
        ++i;
    }
    for (Move& move : path.moves)
      for (const Move& other : moves_) {
        if (!same_input(move, other) || other.size >= move.size) continue;
        const Move kept = move;
        move = other;
        if (!left_of(profile_after(profile_, path.moves)).none()) move = kept;
      }
    path.size = 0;
    for (const Move& move : path.moves) path.size += move.size;
    return path;
  }

 private:
  // Moves after which a comparison of the rules comes out otherwise; of those of one input with the same outcome the
  // smallest stands for all. What the team knows or runs speaks for one engine, so only the wished one is of use.
  std::vector<Move> useful_moves() const {
    const std::vector<Truth> now = decide(rulebook_, profile_).leaves;
    std::vector<Move> useful;
    std::vector<std::vector<Truth>> seen;
    for (Move& move : all_moves(rulebook_, profile_)) {
      const bool of_engine = move.field->name == "experience" || move.field->name == "stores_in_use";
      if (of_engine &&
          (wish_.record < 0 || move.text != rulebook_.knowledge.engines[static_cast<std::size_t>(wish_.record)].id))
        continue;
      std::vector<Truth> after = decide(rulebook_, profile_after(profile_, {move})).leaves;
      if (!of_engine && after == now) continue;
      bool doubled = false;
      for (std::size_t i = 0; i < useful.size() && !doubled; ++i)
        if (useful[i].field == move.field && seen[i] == after) {
          doubled = true;
          if (move.size < useful[i].size) useful[i] = move;
        }
      if (doubled) continue;
      useful.push_back(std::move(move));
      seen.push_back(std::move(after));
    }
    return useful;
  }

  Distance left_of(const Profile& profile) const { return distance_of(rulebook_, decide(rulebook_, profile), wish_); }

  bool touches(const Path& path, const Move& move) const {
    return std::any_of(path.moves.begin(), path.moves.end(), [&](const Move& made) { return same_input(made, move); });
  }

  Path extended(const Path& path, const Move& move) const {
    Path longer = path;
    longer.moves.push_back(move);
    longer.size += move.size;
    longer.left = left_of(profile_after(profile_, longer.moves));
    return longer;
  }

  // The most promising paths, best first; all that reach the wish stay.
  static void keep(std::vector<Path>& paths, Path path) {
    std::size_t at = paths.size();
    while (at > 0 && more_promising(path, paths[at - 1])) --at;
    paths.insert(paths.begin() + static_cast<std::ptrdiff_t>(at), std::move(path));
    if (paths.size() > followed && !paths.back().left.none()) paths.pop_back();
  }

  const Profile& profile_;
  const Rulebook& rulebook_;
  Wish wish_;
  std::vector<Move> moves_;
};

std::vector<Path> reached(std::vector<Path> paths) {
  std::vector<Path> there;
  for (Path& path : paths)
    if (path.left.none()) there.push_back(std::move(path));
  sort_stably(there, shorter);
  return there;
}

void keep_promising(std::vector<Path>& paths) {
  sort_stably(paths, more_promising);
  if (paths.size() > followed) paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(followed), paths.end());
}

}  // namespace

Distance distance_of(const Rulebook& rulebook, const Decision& decision, Wish wish) {
  if (wish.record < 0) {
    if (decision.winner >= 0) return {0, -decision.scores[static_cast<std::size_t>(decision.winner)].total};
    const std::vector<int> rules = rules_in_the_way(rulebook, decision);
    Distance least{static_cast<int>(rulebook.rules.size()), 0};
    for (std::size_t record = 0; record < rules.size(); ++record)
      if (rulebook.knowledge.engines[record].record == knowledge::RecordKind::engine)
        least.rules = std::min(least.rules, std::max(rules[record], 1));
    return least;
  }
  if (decision.winner == wish.record) return {};
  const auto record = static_cast<std::size_t>(wish.record);
  Distance distance{rules_in_the_way(rulebook, decision)[record], 0};
  if (decision.rejected.has(record)) distance.rules = std::max(distance.rules, 1);
  if (decision.winner >= 0)
    distance.score = decision.scores[static_cast<std::size_t>(decision.winner)].total - decision.scores[record].total;
  // A tie that the other wins by its name is still not the first place.
  distance.score = std::max(distance.score, 1e-9);
  return distance;
}

Profile profile_after(const Profile& profile, const std::vector<Move>& moves) {
  Profile changed = profile;
  for (const Move& move : moves) apply(move, changed);
  return changed;
}

std::vector<Path> single_moves_to(const Profile& profile, const Rulebook& rulebook, Wish wish) {
  return reached(Search(profile, rulebook, wish).singles());
}

std::optional<Path> shortest_path_to(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves) {
  const Search search(profile, rulebook, wish);
  const std::vector<Path> one = reached(search.singles());
  if (!one.empty()) return one.front();
  std::vector<Path> paths = most_moves > 1 ? search.pairs() : std::vector<Path>();
  for (int length = 2; length <= most_moves; ++length) {
    const std::vector<Path> there = reached(paths);
    if (!there.empty()) return search.trimmed(there.front());
    if (length == most_moves) break;
    keep_promising(paths);
    paths = search.extensions(paths);
  }
  return std::nullopt;
}

}  // namespace storewright::selection
