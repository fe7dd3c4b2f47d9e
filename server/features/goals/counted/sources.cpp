#include "goals/counted/sources.hpp"

#include <algorithm>

namespace goals {

const Source* Sources::find(Counter counter) const {
    const auto counts = [&](const Source& source) { return std::ranges::find(source.counters, counter) != source.counters.end(); };
    const auto found = std::ranges::find_if(sources_, counts);
    return found == sources_.end() ? nullptr : &*found;
}

}  // namespace goals
