-- Posts batteries, each with a passport identifier, a serial number and a product identifier of its own.
local key, example = os.getenv("BENCH_API_KEY"), os.getenv("BENCH_EXAMPLE")
local file = assert(io.open(example))
local text = file:read("*a")
file:close()

-- the example, cut where a battery differs from the next
local parts = {}
local from = 1
for _, serialOrId in ipairs({ "urn:uuid:[0-9a-f-]+", "SC77%-2026%-000184", "SC77%-2026%-000184" }) do
  local first, last = assert(text:find(serialOrId, from))
  parts[#parts + 1] = text:sub(from, first - 1)
  from = last + 1
end
local rest = text:sub(from)

local run = string.format("%x", os.time())
local count = 0
math.randomseed(os.time())
local random = math.random
local headers = { ["Content-Type"] = "application/json", ["X-API-Key"] = key }

function request()
  count = count + 1
  local id = string.format("urn:uuid:%08x-%04x-4%03x-a%03x-%06x%06x", random(0, 4294967295), random(0, 65535),
    random(0, 4095), random(0, 4095), random(0, 16777215), random(0, 16777215))
  local serial = "B" .. run .. "-" .. count
  return wrk.format("POST", nil, headers, parts[1] .. id .. parts[2] .. serial .. parts[3] .. serial .. rest)
end

dofile(os.getenv("BENCH_DONE"))
