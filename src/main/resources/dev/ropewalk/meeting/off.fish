if functions -q __ropewalk_leave
  __ropewalk_tell bye
  __ropewalk_leave
end
