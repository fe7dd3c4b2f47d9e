#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <typeindex>

namespace http {

// What handlers need beside the database, found by its type: the file library, the search index. The application hands it over at start;
// everything in here outlives all calls.
class Equipment {
  public:
    template <class T>
    void add(T& thing) {
        things_[typeid(T)] = &thing;
    }
    template <class T>
    T* find() const {
        const auto found = things_.find(typeid(T));
        return found == things_.end() ? nullptr : static_cast<T*>(found->second);
    }
    template <class T>
    T& get() const {
        if (auto* thing = find<T>()) return *thing;
        throw std::logic_error(std::string("the application was not given ") + typeid(T).name());
    }

  private:
    std::map<std::type_index, void*> things_;
};

}  // namespace http
