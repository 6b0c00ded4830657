-- Reads the paths of a file, one after the other, or the path of the address when there is no file.
local list = os.getenv("BENCH_PATHS")
if list then
  local requests = {}
  local headers = { ["Accept"] = "application/json" }
  local next = 0
  function init()
    for path in io.lines(list) do
      requests[#requests + 1] = wrk.format("GET", path, headers)
    end
  end
  function request()
    next = next % #requests + 1
    return requests[next]
  end
end

dofile(os.getenv("BENCH_DONE"))
